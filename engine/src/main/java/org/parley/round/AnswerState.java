package org.parley.round;

import java.time.Instant;

/// Where the answers to a package stand at a moment.
public sealed interface AnswerState {

  /// It is a draft, or its moment of tabling or the opening of its round is still to come.
  record NotOpen() implements AnswerState {}

  /// Answers are taken.
  record Taken() implements AnswerState {}

  /// The rule has revealed what it reveals; no answer is taken any more.
  ///
  /// @param at the moment
  /// @param cause the event that closed it
  record Revealed(Instant at, ClosingCause cause) implements AnswerState {}

  /// A later version replaced it before its rule applied. Nothing is ever revealed of it.
  record Superseded(Instant at) implements AnswerState {}

  /// The event that closes the answers to a package.
  enum ClosingCause {
    ALL_ANSWERED,
    CLOSING_HOUR
  }
}
