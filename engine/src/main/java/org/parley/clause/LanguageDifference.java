package org.parley.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;

/// An element whose figures, dates or presence differ between two languages of a text.
///
/// @param element the element, in the first of both languages that has it
/// @param language the first language
/// @param figures its figures and dates there that the other language lacks; null if the element is
///   missing
/// @param other the other language
/// @param otherFigures the figures that the first one lacks; null if the element is missing
public record LanguageDifference(
    DocumentElement element,
    String language,
    @Nullable List<String> figures,
    String other,
    @Nullable List<String> otherFigures) {}
