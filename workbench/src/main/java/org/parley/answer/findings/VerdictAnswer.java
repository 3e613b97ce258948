package org.parley.answer.findings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.check.Flaw;
import org.parley.check.Verdict;
import org.parley.wording.CheckWording;

/// The verdict on a finding.
///
/// @param code why it does not hold, on which programs may rely; absent where it does
/// @param arguments what the code is about; absent where it does not fail
public record VerdictAnswer(
    Verdict.Outcome verdict,
    @Nullable String code,
    @Nullable List<String> arguments,
    String words) {

  public static VerdictAnswer of(Verdict verdict) {
    String words = CheckWording.text(verdict);
    return switch (verdict) {
      case Verdict.Holds _ -> new VerdictAnswer(verdict.outcome(), null, null, words);
      case Verdict.Open(Verdict.Reason because) ->
          new VerdictAnswer(verdict.outcome(), because.name(), null, words);
      case Verdict.Fails(Flaw because) ->
          new VerdictAnswer(verdict.outcome(), because.code().name(), because.arguments(), words);
    };
  }
}
