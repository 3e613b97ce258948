package org.parley.reading;

import org.jspecify.annotations.Nullable;

/// Who says something, as far as the text tells.
///
/// @param name the fullest name the text gives, an institution, or the description of somebody
///   unnamed
/// @param office the office the text gives, or the side spoken for
/// @param where the words of the text that name this speaker
/// @param isNamed whether it is a person or an institution with a name
public record Speaker(String name, @Nullable String office, TextSpan where, boolean isNamed) {}
