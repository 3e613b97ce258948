package org.parley.model.checks;

import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Refusal;
import org.parley.model.act.ActId;
import org.parley.model.claim.ClaimId;
import org.parley.model.round.RoundId;
import org.parley.model.text.Amount;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// A rule for the records of a case. A [CaseViolation] names the broken one.
public sealed interface Rule extends Refusal {

  /// Rules with no parameters beyond the wrong value.
  enum Plain implements Rule {
    // texts
    CONTROL_CHARACTER,
    UNPAIRED_SURROGATE,
    NONCHARACTER,
    DIRECTION_OVERRIDE,
    UNCLOSED_DIRECTION,
    // any record
    NO_CASE_TITLE,
    NAMED_TWICE,
    CIRCLE,
    ASSUMED_WITHOUT_REASON,
    // parties and texts
    STATE_WITH_MEMBERS,
    NOT_A_COUNTRY_CODE,
    RECESS_OF_NO_BODY,
    RECESS_ENDS_FIRST,
    RECESS_LONGER_THAN_YEAR,
    RECESS_RESTS_ON_NOTHING,
    MEMBERSHIP_OF_NOBODY,
    SEATS_BELOW_ONE,
    ENDS_BEFORE_IT_BEGINS,
    WEIGHT_BELOW_ONE,
    HEADING_WITH_OPTIONS,
    NOT_A_TOPIC_CODE,
    OPTIONS_AND_QUANTITY,
    MOST_NOT_ABOVE_LEAST,
    STEP_NOT_POSITIVE,
    VERSION_TWICE,
    BRACKET_WITHOUT_ALTERNATIVES,
    WORDS_OR_NO_TEXT,
    NOT_A_SIGNATORY,
    STAGE_WITHOUT_WAY,
    WAY_WITHOUT_APPROVAL,
    EXPECTED_WITHOUT_VOTE,
    EXPECTED_TWICE,
    EXPECTED_RESTS_ON_NOTHING,
    BLOC_WITHOUT_SEATS,
    // acts
    ACT_OF_NOTHING,
    ACT_WITHOUT_SOURCE,
    NOT_A_VOTE,
    VOTE_WITHOUT_RESULT,
    NEGATIVE_VOTES,
    MORE_VOTES_THAN_VOTERS,
    SHARE_OF_NO_PERFORMANCE,
    UNIT_WITHOUT_SHARE,
    FOUND_NO_BREACH,
    NO_EXTENSION,
    NO_DUTY,
    INSTRUMENT_VERSION_TWICE,
    VERSIONS_OUT_OF_ORDER,
    NOT_ABOUT_AN_ACT,
    // claims, sources and items
    NOT_A_LANGUAGE_TAG,
    NEITHER_QUOTE_NOR_PARAPHRASE,
    CLAIM_WITHOUT_SOURCE,
    CLAIM_ABOUT_NOTHING,
    BETWEEN_ONE_PARTY,
    KNOWN_BEFORE_SAID,
    NOTHING_DECIDED,
    DECIDED_BEFORE_ARRIVAL,
    NO_CLAIMS_RECORDED,
    NO_REASON,
    // forecasts
    NEITHER_CHANCE_NOR_SEAL,
    KEY_WITHOUT_SEAL,
    SEAL_WITHOUT_KEY,
    KEY_WITHOUT_CHANCE,
    SEAL_DOES_NOT_MATCH,
    FORECAST_AFTER_CLOSING,
    /// A forecast that steps are done or points are agreed names none.
    FORECAST_OF_NOTHING,
    /// The event of a forecast does not happen to such a record.
    FORECAST_OF_OTHER_KIND,
    CLOSES_AFTER_EVENT,
    /// A way that talks go is about all texts of a forecast together, never about one of them.
    WAY_OF_ONE_TEXT,
    /// One text alone cannot be signed in part: a way is about several.
    ONE_TEXT_IN_PART,
    // preferences
    RANK_BELOW_ONE,
    NEGATIVE_WEIGHT,
    WEIGHT_AND_RANK,
    RANGE_WITHOUT_QUANTITY,
    GRADES_OF_QUANTITY,
    VALUES_REVERSED,
    PEAK_NOT_ACCEPTED,
    ONE_WORTH_OF_RANGE,
    WEIGHT_AND_WORTHS,
    POSITION_RESTS_ON_NOTHING,
    TOLD_TO_ALL,
    PROVISO_ASKS_NOTHING,
    PROVISO_ON_RED_LINE,
    PROVISO_ON_OWN_POINT,
    BASELINE_RESTS_ON_NOTHING,
    BASELINE_TWICE,
    LINKAGE_RESTS_ON_NOTHING,
    ONE_SIDED_IMPLICATION,
    LINKS_NOTHING,
    BUDGET_WITHOUT_BOUND,
    BUDGET_TOO_FINE,
    // steps and demands
    NEGATIVE_DURATION,
    MOST_BELOW_LEAST,
    LIKELY_OUT_OF_BOUNDS,
    LIKELY_RESTS_ON_NOTHING,
    DEMAND_FOR_NOTHING,
    DEMAND_RESTS_ON_NOTHING,
    TERM_WITHOUT_READING,
    // guarantees
    GUARANTEE_RESTS_ON_NOTHING,
    TIES_NOT_ORDERED,
    CONTINUATION_NOT_AWAITED,
    NO_SUCH_TIME_ZONE,
    NO_CALENDAR,
    COUNT_BELOW_ONE,
    EMPTY_COMBINATION,
    SOURCES_BELOW_ONE,
    VETO_OF_NON_MEMBER,
    NEGATIVE_AMOUNT,
    NOT_A_CURRENCY,
    NOT_A_YEAR,
    SUM_TWICE,
    RANGE_REVERSED,
    ENTRY_WITHOUT_SOURCE,
    NOTHING_TAKEN_BACK,
    CORRECTS_LATER_ENTRY,
    CORRECTS_OTHER_INCIDENT,
    BETWEEN_AND_BY,
    NOT_TWO_PARTIES,
    NO_THREAT,
    QUESTION_ENDS_BEFORE_IT_BEGINS,
    // indicators
    NEGATIVE_DELAY,
    NOT_A_DIGEST,
    ROWS_BELOW_ONE,
    // rounds
    ROUND_OF_ONE_PARTY,
    ROUND_ABOUT_NOTHING,
    ROUND_CLOSES_FIRST,
    NO_CLOSING_HOUR,
    VERSION_BELOW_ONE,
    AMENDS_LATER_VERSION,
    PACKAGE_SETTLES_NOTHING,
    TOO_FEW_READERS,
    PROVISION_SAYS_NOTHING,
    OPTION_AND_VALUE,
    COMPARED_ON_OTHER_POINTS,
    COMPARED_WITH_ITSELF,
    VALUE_WITHOUT_QUANTITY,
    // comments
    COMMENT_OR_REPLY,
    REPLY_TO_REPLY,
    COMMENT_SAYS_NOTHING,
    DECISION_WITHOUT_COMMENT,
    VERSION_COMPARED_WITH_ITSELF,
    // tasks
    TASK_OF_TWO
  }

  /// Ids are unique.
  ///
  /// @param by the element with this id
  record IdTaken(Id by) implements Rule {}

  /// References are resolved.
  ///
  /// @param id the unknown id
  /// @param subject whether any subject is allowed there, of any kind
  record NoSuchId(Id id, boolean subject) implements Rule {}

  /// References name an element of the right kind.
  ///
  /// @param is the element named
  /// @param needed the same id, of the required kind
  record WrongKind(Id is, Id needed) implements Rule {}

  /// Readers of a record may see its references.
  ///
  /// @param id the element that some of them may not see
  record HiddenFromReaders(Id id) implements Rule {}

  /// An assumed choice names a key.
  ///
  /// @param of the record without this key
  record UnknownKeyAssumed(Id of) implements Rule {}

  /// Texts are not blank.
  ///
  /// @param key the key of the text
  record Blank(String key) implements Rule {}

  /// An option belongs to the point it is used for.
  ///
  /// @param point its point
  /// @param key the key that names another
  record OptionOfOtherPoint(PointId point, String key) implements Rule {}

  /// The step of a quantity leads from its least value to its largest.
  ///
  /// @param before the last value it reaches
  record StepDoesNotDivide(Amount before) implements Rule {}

  /// A quantity has a limited number of values.
  record TooManyValues(long most) implements Rule {}

  /// An amount is between the ends of its quantity.
  record AmountOutside(Amount least, Amount most) implements Rule {}

  /// An amount is one of the values of its quantity.
  ///
  /// @param below the value before it
  /// @param above the value after it
  record AmountOffStep(Amount below, Amount above) implements Rule {}

  /// Points of an instrument have unique numbers.
  record NumberTwice(InstrumentId instrument) implements Rule {}

  /// Points of a chapter or article have unique numbers.
  ///
  /// @param chapter the point they stand in
  record NumberTwiceIn(PointId chapter) implements Rule {}

  /// A point stands in a point of its own instrument.
  ///
  /// @param instrument the instrument of the other
  record PartOfOtherInstrument(InstrumentId instrument) implements Rule {}

  /// A version is one of its instrument.
  ///
  /// @param instrument the instrument without it
  record NoSuchVersion(InstrumentId instrument) implements Rule {}

  /// Acts correct earlier records of acts only.
  ///
  /// @param later the later act
  record CorrectsLaterAct(ActId later) implements Rule {}

  /// A party has one position on a point for the same readers.
  record PositionTwice(PartyId party) implements Rule {}

  /// The signing rule needs at most all signatories.
  record TooManySigners(int signatories) implements Rule {}

  /// Quotations are short.
  ///
  /// @param most the maximal number of characters
  record QuoteTooLong(int most) implements Rule {}

  /// Claims correct earlier claims only.
  ///
  /// @param later the later claim
  record CorrectsLaterClaim(ClaimId later) implements Rule {}

  /// Parties retract only their own claims.
  ///
  /// @param by the party of the claim
  record RetractsOthersClaim(PartyId by) implements Rule {}

  /// Sums of worths stay exact.
  ///
  /// @param most the largest magnitude
  record WorthTooLarge(long most) implements Rule {}

  /// Sums of money stay exact.
  ///
  /// @param most the largest
  record SumTooLarge(long most) implements Rule {}

  /// Periods stay within the supported range of dates.
  record PeriodTooLong(long years) implements Rule {}

  /// A recess returns within some years of its first day, after its last.
  record RecessReturns(int years) implements Rule {}

  /// A package amends one of its own round.
  ///
  /// @param round the round of the other
  record AmendsInOtherRound(RoundId round) implements Rule {}

  /// A package settles points of its round.
  ///
  /// @param round the round without this point
  record PointOutsideRound(RoundId round) implements Rule {}

  /// A package to some parties goes to two of its round at least.
  ///
  /// @param round the round that asks fewer than two of its readers
  record TabledOutsideRound(RoundId round) implements Rule {}

  /// The required votes do not exceed the members.
  record TooManyVotes(int members) implements Rule {}
}
