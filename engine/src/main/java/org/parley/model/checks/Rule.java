package org.parley.model.checks;

import org.parley.model.Id;
import org.parley.model.Refusal;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// A rule that the records of a case keep. A [CaseViolation] names the one that is broken.
public sealed interface Rule extends Refusal {

  /// Rules whose breach needs no more than the value that is wrong.
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
    WEIGHT_BELOW_ONE,
    NOT_A_TOPIC_CODE,
    VERSION_TWICE,
    BRACKET_WITHOUT_ALTERNATIVES,
    WORDS_OR_NO_TEXT,
    NOT_A_SIGNATORY,
    // claims, sources and what came in
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
    // preferences
    RANK_BELOW_ONE,
    NEGATIVE_WEIGHT,
    WEIGHT_AND_RANK,
    POSITION_RESTS_ON_NOTHING,
    BASELINE_RESTS_ON_NOTHING,
    BASELINE_TWICE,
    LINKAGE_RESTS_ON_NOTHING,
    ONE_SIDED_IMPLICATION,
    TIES_NOTHING,
    // steps and demands
    NEGATIVE_DURATION,
    MOST_BELOW_LEAST,
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
    ENTRY_WITHOUT_SOURCE,
    NOTHING_TAKEN_BACK,
    CORRECTS_LATER_ENTRY,
    CORRECTS_OTHER_INCIDENT,
    BETWEEN_AND_BY,
    NOT_TWO_PARTIES,
    NO_THREAT,
    QUESTION_ENDS_BEFORE_IT_BEGINS
  }

  /// An id names one thing.
  ///
  /// @param by what has the id already
  record IdTaken(Id by) implements Rule {}

  /// A reference names a thing on record.
  ///
  /// @param id what is missing
  /// @param subject whether any subject may stand there, whatever its kind
  record NoSuchId(Id id, boolean subject) implements Rule {}

  /// A reference names a thing of the right kind.
  ///
  /// @param is what is named
  /// @param needed the same id, of the kind that is needed
  record WrongKind(Id is, Id needed) implements Rule {}

  /// Readers of a record may see what it refers to.
  ///
  /// @param id what some of them may not see
  record HiddenFromReaders(Id id) implements Rule {}

  /// What is assumed is the value of a key.
  ///
  /// @param of the record that has no such key
  record UnknownKeyAssumed(Id of) implements Rule {}

  /// A text says something.
  ///
  /// @param key its key
  record Blank(String key) implements Rule {}

  /// An option settles the point it is named for.
  ///
  /// @param point the point it settles
  /// @param key the key that names another
  record OptionOfOtherPoint(PointId point, String key) implements Rule {}

  /// Points of an instrument have different numbers.
  record NumberTwice(InstrumentId instrument) implements Rule {}

  /// A party has one position on a point for the same readers.
  record PositionTwice(PartyId party) implements Rule {}

  /// No more sign than there are signatories.
  record TooManySigners(int signatories) implements Rule {}

  /// A quotation is short.
  ///
  /// @param most how many characters it may have
  record QuoteTooLong(int most) implements Rule {}

  /// A claim corrects what was said before it.
  ///
  /// @param later what it says to correct
  record CorrectsLaterClaim(ClaimId later) implements Rule {}

  /// A party takes back only what it said.
  ///
  /// @param by whose claim it is
  record RetractsOthersClaim(PartyId by) implements Rule {}

  /// Sums of worths stay exact.
  ///
  /// @param most the largest, of either sign
  record WorthTooLarge(long most) implements Rule {}

  /// No date is further from another than this.
  record PeriodTooLong(long years) implements Rule {}

  /// No more votes are needed than there are members.
  record TooManyVotes(int members) implements Rule {}
}
