package org.parley.model.text;

/// The text of a version in a further language.
///
/// @param language its language, a BCP 47 tag: `fr`
/// @param text its words, line by line
public record AuthenticText(String language, String text) {}
