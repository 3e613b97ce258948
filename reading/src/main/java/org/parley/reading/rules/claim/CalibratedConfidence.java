package org.parley.reading.rules.claim;

import org.parley.reading.SaidStance;
import org.parley.reading.people.SpeakerStanding;
import org.parley.reading.rules.speech.SpeechSource;

/// The confidence of a claim: how often claims like it had speaker, words and stance right.
///
/// A logistic regression over the probability of the stance, whether the rules agree, and how the
/// claim is attributed (Platt 1999). It is fitted to proposals from annotated texts that no model
/// had learnt from. Each author was tested by a fit to the others.
final class CalibratedConfidence {

  private static final int MOST = 99;
  private static final int SURE = 95;

  /// An author not seen is read a little worse than the fit to others says.
  private static final double CAUTION = 0.2;

  private CalibratedConfidence() {}

  /// @param percent the probability of the stance by the model
  /// @param isRuled whether the rules find the same stance
  /// @param isClaim whether the rules would make a claim of it
  /// @param ability whether the words for the speaker say who it is
  static int of(
      SaidStance stance,
      int percent,
      boolean isRuled,
      boolean isClaim,
      SpeechSource source,
      SpeakerStanding.Ability ability) {
    double share = Math.clamp(percent, 5, MOST) / 100.0;
    boolean isSaid = source.head() != null;
    boolean isOwn = source.head() == null && !source.isFloor();
    double score = -0.86 - CAUTION + 0.32 * Math.log(share / (1 - share));
    score += isRuled ? 0.18 : 0;
    score += isClaim ? 0.58 : 0;
    score -= isOwn ? 1.04 : 0;
    score -= ofStance(stance);
    score -= ability == SpeakerStanding.Ability.ABLE ? 0 : 0.96;
    score += isRuled && isClaim && isSaid && percent >= SURE && isFirm(stance) ? 0.95 : 0;
    return Math.clamp(Math.round(100 / (1 + Math.exp(-score))), 1, MOST);
  }

  private static double ofStance(SaidStance stance) {
    return switch (stance) {
      case AGREED -> 0.29;
      case PREFERS -> 0.27;
      case MOSTLY_AGREED,
          SHARE,
          OPEN,
          REJECTED,
          CONDITIONAL,
          RECEIVED,
          NOT_RECEIVED,
          FINAL_SOON,
          DENIED_REPORT ->
          0;
    };
  }

  /// Stances that have a word of their own, such as a figure or a condition.
  private static boolean isFirm(SaidStance stance) {
    return switch (stance) {
      case MOSTLY_AGREED, SHARE, REJECTED, CONDITIONAL, DENIED_REPORT -> true;
      case AGREED, OPEN, RECEIVED, NOT_RECEIVED, FINAL_SOON, PREFERS -> false;
    };
  }
}
