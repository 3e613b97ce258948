package org.parley.reading.cases;

import org.parley.model.date.Edtf;
import org.parley.reading.dates.DateInWords;

/// A remark for the person who decides on a proposal: why it is no record yet, or where to look.
///
/// @param about the words, id or date that it names; empty for none
public record CandidateRemark(Kind kind, String about) {

  /// The kinds of remarks, those that keep a proposal from becoming a record first.
  public enum Kind {
    NEWSROOM,
    NO_PARTY,
    NO_SUBJECT,
    NO_DAY,
    NO_TIME,
    ON_RECORD,
    ANNOUNCED_BEFORE,
    NO_INSTRUMENT,
    NO_ACT,
    NO_STEPS,
    DENIES_REPORT,
    RELAYED,
    CUT_NEGATION,
    CUT_CONDITION,
    OBSTACLE,
    SHORT_ANSWER,
    ANNOUNCED_FOR
  }

  static CandidateRemark of(Kind kind) {
    return new CandidateRemark(kind, "");
  }

  static CandidateRemark of(QuotationDoubt doubt) {
    return of(
        switch (doubt) {
          case CUT_NEGATION -> Kind.CUT_NEGATION;
          case CUT_CONDITION -> Kind.CUT_CONDITION;
          case OBSTACLE -> Kind.OBSTACLE;
          case SHORT_ANSWER -> Kind.SHORT_ANSWER;
        });
  }

  /// The remark in English.
  public String words() {
    return switch (kind) {
      case NEWSROOM -> "the text itself says so, and nobody in it. Maybe tell who stands for it";
      case NO_PARTY -> "no party of the case is told by \"" + about + "\"";
      case NO_SUBJECT -> "nothing in the case is found for \"" + about + "\"";
      case NO_DAY ->
          "neither the text nor its publication has a date. Maybe tell the day of publication";
      case NO_TIME -> "the text does not tell when";
      case ON_RECORD -> "it is on record as " + about;
      case ANNOUNCED_BEFORE -> "the text announces it before";
      case NO_INSTRUMENT -> "no instrument of the case is found for \"" + about + "\"";
      case NO_ACT -> "it is no act on " + about;
      case NO_STEPS -> "the case has no such steps";
      case DENIES_REPORT -> "denies a report";
      case RELAYED -> "tells of " + about;
      case CUT_NEGATION -> "doubtful: a negation stands before these words";
      case CUT_CONDITION -> "doubtful: a condition stands after these words";
      case OBSTACLE -> "doubtful: the words name an obstacle";
      case SHORT_ANSWER -> "doubtful: what is meant stands in the question alone";
      case ANNOUNCED_FOR -> "announced for " + DateInWords.of(Edtf.of(about));
    };
  }
}
