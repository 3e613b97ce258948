package org.parley.clause;

import org.jspecify.annotations.Nullable;
import org.parley.clause.ClausePhrase.PhraseKind;
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

  /// Another act is owed or allowed: "guarantee" became "promote". Or a further act appears or
  /// falls: "and published".
  ///
  /// @param old the earlier verb, folded; null for none
  /// @param now the later verb, folded; null for none
  record ActChanged(
      Place at, @Nullable String old, @Nullable String now, NormClause before, NormClause after)
      implements Consequence {}

  /// A clause reaches less far, or farther: "all" is deleted.
  ///
  /// @param old the earlier word; null for none
  /// @param now the later word; null for none
  record ScopeChanged(
      Place at,
      @Nullable ScopeWord old,
      @Nullable ScopeWord now,
      NormClause before,
      NormClause after)
      implements Consequence {}

  /// A body is composed of others, or something is reported or sent to others.
  ///
  /// @param old the earlier words; null for none
  /// @param now the later words; null for none
  record RoleChanged(
      Place at,
      PhraseKind role,
      @Nullable String old,
      @Nullable String now,
      NormClause before,
      NormClause after)
      implements Consequence {}

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

  /// A term means something else.
  ///
  /// @param uses how many other elements of the later text use it
  record TermRedefined(Place at, DefinedTerm before, DefinedTerm after, int uses)
      implements Consequence {}

  /// The languages of the later text differ where those of the earlier one did not.
  record LanguagesDiffer(Place at, LanguageDifference difference) implements Consequence {}

  /// The languages of the earlier text differed where those of the later one do not.
  record LanguagesAgree(Place at, LanguageDifference difference) implements Consequence {}

  /// The kind of a consequence, the most serious first.
  enum EditKind {
    DISAPPEARS,
    REVERSED,
    WEAKER,
    REOPENED,
    CLOCK_LOST,
    CLOCK_LONGER,
    WHO,
    ACT,
    ROLE,
    SCOPE,
    CLOCK_CHANGED,
    CONDITION,
    REFERENCE_BROKEN,
    TERM_UNDEFINED,
    TERM_REDEFINED,
    LANGUAGES_DIFFER,
    REFERENCE_SHIFTED,
    FIGURE,
    APPEARS,
    STRONGER,
    SETTLED,
    CLOCK_SHORTER,
    CLOCK_GAINED,
    REFERENCE_MENDED,
    TERM_SETTLED,
    LANGUAGES_AGREE
  }

  /// Its kind.
  default EditKind kind() {
    return switch (this) {
      case ClauseDisappears _ -> EditKind.DISAPPEARS;
      case ClauseAppears _ -> EditKind.APPEARS;
      case ForceChanged changed ->
          switch (changed.turn()) {
            case REVERSED -> EditKind.REVERSED;
            case WEAKER -> EditKind.WEAKER;
            case REOPENED -> EditKind.REOPENED;
            case STRONGER -> EditKind.STRONGER;
            case SETTLED -> EditKind.SETTLED;
          };
      case ClockChanged changed ->
          switch (changed.turn()) {
            case LOST -> EditKind.CLOCK_LOST;
            case LONGER -> EditKind.CLOCK_LONGER;
            case OTHER -> EditKind.CLOCK_CHANGED;
            case SHORTER -> EditKind.CLOCK_SHORTER;
            case GAINED -> EditKind.CLOCK_GAINED;
          };
      case WhoChanged _ -> EditKind.WHO;
      case ActChanged _ -> EditKind.ACT;
      case RoleChanged _ -> EditKind.ROLE;
      case ScopeChanged _ -> EditKind.SCOPE;
      case ConditionChanged _ -> EditKind.CONDITION;
      case ReferenceBroken _ -> EditKind.REFERENCE_BROKEN;
      case ReferenceMended _ -> EditKind.REFERENCE_MENDED;
      case ReferenceShifted _ -> EditKind.REFERENCE_SHIFTED;
      case TermUndefined _ -> EditKind.TERM_UNDEFINED;
      case TermRedefined _ -> EditKind.TERM_REDEFINED;
      case TermSettled _ -> EditKind.TERM_SETTLED;
      case LanguagesDiffer _ -> EditKind.LANGUAGES_DIFFER;
      case LanguagesAgree _ -> EditKind.LANGUAGES_AGREE;
      case FigureChanged _ -> EditKind.FIGURE;
    };
  }

  /// The words it was read from in the earlier text; empty for none.
  default String wordsBefore() {
    return switch (this) {
      case ClauseAppears _, TermUndefined _, LanguagesDiffer _, ReferenceBroken _ -> "";
      case ClauseDisappears each -> each.clause().words();
      case ForceChanged each -> each.before().words();
      case ClockChanged each -> each.before().words();
      case ConditionChanged each -> each.before().words();
      case WhoChanged each -> each.before().words();
      case ActChanged each -> each.before().words();
      case RoleChanged each -> each.before().words();
      case ScopeChanged each -> each.before().words();
      case FigureChanged each -> each.before().words();
      case ReferenceShifted each -> each.before().sentence();
      case ReferenceMended each -> each.reference().sentence();
      case TermRedefined each -> each.before().words();
      case TermSettled each -> each.use().words();
      case LanguagesAgree _ -> "";
    };
  }

  /// The words it was read from in the later text; empty for none.
  default String wordsAfter() {
    return switch (this) {
      case ClauseDisappears _, TermSettled _, LanguagesAgree _, ReferenceMended _ -> "";
      case ClauseAppears each -> each.clause().words();
      case ForceChanged each -> each.after().words();
      case ClockChanged each -> each.after().words();
      case ConditionChanged each -> each.after().words();
      case WhoChanged each -> each.after().words();
      case ActChanged each -> each.after().words();
      case RoleChanged each -> each.after().words();
      case ScopeChanged each -> each.after().words();
      case FigureChanged each -> each.after().words();
      case ReferenceBroken each -> each.reference().sentence();
      case ReferenceShifted each -> each.after().sentence();
      case TermRedefined each -> each.after().words();
      case TermUndefined each -> each.use().words();
      case LanguagesDiffer _ -> "";
    };
  }
}
