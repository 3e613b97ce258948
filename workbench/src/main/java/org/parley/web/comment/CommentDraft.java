package org.parley.web.comment;

/// A comment that was sent and not saved.
///
/// @param on the key of its form; empty for none
/// @param text its words
/// @param readers the chosen readers
/// @param problem why it was not saved
public record CommentDraft(String on, String text, String readers, String problem) {

  /// Nothing was sent.
  public static final CommentDraft NONE = new CommentDraft("", "", "", "");

  /// Whether it was sent in a form.
  public boolean isOn(String key) {
    return !on.isEmpty() && on.equals(key);
  }
}
