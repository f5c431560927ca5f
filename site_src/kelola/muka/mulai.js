// Before the editor loads: it waits for our settings instead of looking for its own.
window.CMS_MANUAL_INIT = true;
