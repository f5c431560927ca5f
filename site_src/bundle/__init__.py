"""The built site as something to carry: a zip to open by double-click, one single file, contact cards, and the list that proves them."""
