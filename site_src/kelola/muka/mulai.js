// Before the editor loads: it waits for our settings instead of looking for its own.
window.CMS_MANUAL_INIT = true;
// It speaks the staff's language, whatever the phone is set to; its settings offer English.
for (const [name, value] of [["language", "id"], ["languages", ["id"]]]) Object.defineProperty(navigator, name, { get: () => value });
