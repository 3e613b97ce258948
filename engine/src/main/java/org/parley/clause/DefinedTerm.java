package org.parley.clause;

import org.parley.document.DocumentElement;

/// A term in a text.
///
/// @param term the term
/// @param element the element that defines or uses it
/// @param words the sentence it stands in
public record DefinedTerm(String term, DocumentElement element, String words) {}
