package org.parley.answer.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;

/// The answer to a question that principals ask.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param since the day compared with; absent where none is
/// @param sections the answer by party, instrument or kind; those without lines are left out
public record QuestionAnswer(
    String title,
    Question question,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    @Nullable LocalDate since,
    String headline,
    List<QuestionSection> sections) {

  /// A question.
  public enum Question {
    /// The wishes of each party, by its words.
    WANTS,
    /// Which points could be traded.
    TRADES,
    /// Who can block.
    BLOCKS,
    OVERDUE,
    /// Which changes there were since a day.
    CHANGED,
    /// Which claims and demands of others need an answer.
    ANSWERS
  }

  /// A part of the answer.
  public record QuestionSection(String title, List<QuestionLine> lines) {}

  /// A line, and the claims and acts that it rests on.
  public record QuestionLine(String words, List<Id> evidence) {}
}
