package org.parley.clause;

import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;

/// A reference of a text to an element of its own.
///
/// @param element the element it stands in
/// @param words its words: `Article 5(2)`
/// @param sentence the sentence it stands in
/// @param target the element it refers to; null for none of the text
public record Reference(
    DocumentElement element, String words, String sentence, @Nullable DocumentElement target) {}
