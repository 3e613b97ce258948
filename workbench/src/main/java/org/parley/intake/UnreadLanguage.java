package org.parley.intake;

import org.parley.model.Refusal;
import org.parley.reading.WrittenLanguage;

/// A text is in a language that the reader does not understand.
public record UnreadLanguage(WrittenLanguage language) implements Refusal {}
