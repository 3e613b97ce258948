package org.parley.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;

/// A consequence of a change of a text.
public sealed interface Consequence {

  /// Where it comes from.
  Place at();

  /// The change that a consequence comes from.
  ///
  /// @param change the number of the change in the comparison, from 1; 0 if no single change of
  ///   this language shows it
  /// @param element the element it concerns, in the later text if it is there
  record Place(int change, DocumentElement element) {}

  /// A duty, prohibition or permission that the earlier text lacks.
  record ClauseAppears(Place at, NormClause clause) implements Consequence {}

  /// A duty, prohibition or permission that the later text lacks.
  record ClauseDisappears(Place at, NormClause clause) implements Consequence {}

  /// The force of a clause changed.
  record ForceChanged(Place at, ForceTurn turn, NormClause before, NormClause after)
      implements Consequence {}

  /// The direction in which a force changed.
  enum ForceTurn {
    WEAKER,
    STRONGER,
    /// From what is owed or allowed to what is forbidden, or the reverse.
    REVERSED,
    /// Brackets were taken away around it.
    SETTLED,
    /// Brackets were put around it.
    REOPENED
  }

  /// A time of a clause changed.
  ///
  /// @param old the earlier time; null for none
  /// @param now the later time; null for none
  record ClockChanged(
      Place at,
      ClockTurn turn,
      @Nullable Clock old,
      @Nullable Clock now,
      NormClause before,
      NormClause after)
      implements Consequence {}

  /// The direction in which a time changed.
  enum ClockTurn {
    LOST,
    GAINED,
    LONGER,
    SHORTER,
    /// Neither longer nor shorter for certain.
    OTHER
  }

  /// A condition was added, removed or changed.
  ///
  /// @param old the earlier condition; null for none
  /// @param now the later condition; null for none
  record ConditionChanged(
      Place at, @Nullable String old, @Nullable String now, NormClause before, NormClause after)
      implements Consequence {}

  /// Others owe it.
  record WhoChanged(Place at, NormClause before, NormClause after) implements Consequence {}

  /// A figure or date changed.
  ///
  /// @param old the earlier figure; null for none
  /// @param now the later figure; null for none
  record FigureChanged(
      Place at, @Nullable Figure old, @Nullable Figure now, NormClause before, NormClause after)
      implements Consequence {}

  /// A reference leads nowhere in the later text.
  record ReferenceBroken(Place at, Reference reference) implements Consequence {}

  /// A reference that led nowhere in the earlier text is gone, or leads somewhere.
  record ReferenceMended(Place at, Reference reference) implements Consequence {}

  /// A reference leads to another element.
  record ReferenceShifted(Place at, Reference before, Reference after) implements Consequence {}

  /// A term is used without a definition in the later text, and was not in the earlier one.
  ///
  /// @param wasDefined whether the earlier text defined it
  record TermUndefined(Place at, DefinedTerm use, boolean wasDefined) implements Consequence {}

  /// A term that was used without a definition is defined, or no longer used.
  record TermSettled(Place at, DefinedTerm use, boolean isDefined) implements Consequence {}

  /// The languages of the later text differ where those of the earlier one did not.
  record LanguagesDiffer(Place at, LanguageDifference difference) implements Consequence {}

  /// The languages of the earlier text differed where those of the later one do not.
  record LanguagesAgree(Place at, LanguageDifference difference) implements Consequence {}

  /// How serious it is: 0 for the most serious.
  default int rank() {
    return switch (this) {
      case ClauseDisappears _ -> 0;
      case ForceChanged changed ->
          switch (changed.turn()) {
            case REVERSED -> 0;
            case WEAKER, REOPENED -> 1;
            case STRONGER, SETTLED -> 6;
          };
      case ClockChanged changed ->
          switch (changed.turn()) {
            case LOST -> 2;
            case LONGER, OTHER -> 3;
            case SHORTER, GAINED -> 7;
          };
      case WhoChanged _ -> 3;
      case ConditionChanged _ -> 4;
      case ReferenceBroken _, TermUndefined _, LanguagesDiffer _ -> 4;
      case ReferenceShifted _ -> 5;
      case FigureChanged _ -> 5;
      case ClauseAppears _ -> 6;
      case ReferenceMended _, TermSettled _, LanguagesAgree _ -> 8;
    };
  }

  /// The words before, as far as there are any.
  default List<String> wordsBefore() {
    return switch (this) {
      case ClauseAppears _, TermUndefined _, TermSettled _, LanguagesDiffer _, LanguagesAgree _ ->
          List.of();
      case ReferenceBroken _, ReferenceMended _ -> List.of();
      case ClauseDisappears each -> List.of(each.clause().words());
      case ForceChanged each -> List.of(each.before().words());
      case ClockChanged each -> List.of(each.before().words());
      case ConditionChanged each -> List.of(each.before().words());
      case WhoChanged each -> List.of(each.before().words());
      case FigureChanged each -> List.of(each.before().words());
      case ReferenceShifted each -> List.of(each.before().words());
    };
  }

  /// The words after, as far as there are any.
  default List<String> wordsAfter() {
    return switch (this) {
      case ClauseDisappears _, TermSettled _, LanguagesDiffer _, LanguagesAgree _ -> List.of();
      case ReferenceMended _ -> List.of();
      case ClauseAppears each -> List.of(each.clause().words());
      case ForceChanged each -> List.of(each.after().words());
      case ClockChanged each -> List.of(each.after().words());
      case ConditionChanged each -> List.of(each.after().words());
      case WhoChanged each -> List.of(each.after().words());
      case FigureChanged each -> List.of(each.after().words());
      case ReferenceBroken each -> List.of(each.reference().words());
      case ReferenceShifted each -> List.of(each.after().words());
      case TermUndefined each -> List.of(each.use().words());
    };
  }
}
