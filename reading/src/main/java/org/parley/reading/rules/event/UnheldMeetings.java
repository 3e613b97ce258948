package org.parley.reading.rules.event;

import org.parley.reading.language.Sentence;

/// Whether a meeting is only called for, or depends on something.
final class UnheldMeetings {

  /// Nouns before "for" of talks that are not held yet.
  private static final String UNMET =
      "call|appeal|demand|plea|push|press|ask|proposal|wait|ready|open|willing|mandate|hope"
          + "|preparation|need|condition|basis|date|request|prospect|prepare|money|time";

  private UnheldMeetings() {}

  /// "Calls for a summit", "pressed for a meeting": nothing is held yet.
  static boolean isCalledFor(Sentence s, int noun) {
    boolean isCall = s.get(noun).lemma().equals("call") && noun + 1 < s.size();
    if (isCall && s.get(noun + 1).is("for")) {
      return true;
    }
    int lead = s.tree().isLabelled(noun, "pobj") ? s.tree().head(noun) : -1;
    int over = lead < 0 || !s.get(lead).is("for") ? -1 : s.tree().head(lead);
    return over >= 0 && s.get(over).lemma().matches(UNMET);
  }

  /// "Would meet him only if the shelling stopped", "sat on the report".
  static boolean isHypothetical(Sentence s, int verb) {
    int clause = s.tree().child(verb, "advcl");
    int mark = clause < 0 ? -1 : s.tree().child(clause, "mark");
    int own = s.tree().child(verb, "mark");
    boolean isIf =
        (mark >= 0 && s.get(mark).lower().matches("if|unless") && isWould(s, verb))
            || (own >= 0 && s.get(own).lower().matches("if|unless"));
    boolean isOn =
        s.get(verb).lemma().equals("sit")
            && verb + 2 < s.size()
            && s.get(verb + 1).is("on")
            && s.get(verb + 2).isTagged("DET");
    return isIf || isOn;
  }

  private static boolean isWould(Sentence s, int verb) {
    int helper = s.tree().child(verb, "aux");
    return helper >= 0 && s.get(helper).lower().matches("would|'d|could|might");
  }
}
