package org.parley.reading.rules.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.speech.SpeakerCandidate;
import org.parley.reading.rules.speech.SpeakerCandidates;
import org.parley.reading.rules.speech.SpeakerModel;

/// Replaces the speaker that the rules name by the one that the learned model prefers.
final class SpeakerLinker {

  /// How the rules know, if a transcript or a joint text says who speaks.
  static final String SURE = "floor";

  private final SpeakerCandidates candidates;
  private final @Nullable SpeakerModel model;
  private final List<SpeakerTrace> traces = new ArrayList<>();
  private List<Speaker> ruled = List.of();
  private List<Speaker> linked = List.of();
  private int sentence = -1;

  /// @param model null for rules alone
  SpeakerLinker(
      ParsedText text, Coreference people, String language, @Nullable SpeakerModel model) {
    candidates = new SpeakerCandidates(text, people, language);
    this.model = model;
  }

  List<SpeakerTrace> traces() {
    return traces;
  }

  void start(Sentence s) {
    candidates.start(s);
  }

  /// Who said a clause. All that one speaker says in a sentence is linked alike.
  ///
  /// @param who whom the rules name
  /// @param how how the rules know: `said`, `further`, `on`, `own` or [#SURE]
  List<Speaker> of(TextClause clause, List<Speaker> who, String how) {
    boolean isAgain = model != null && who.equals(ruled) && clause.sentence().number() == sentence;
    if (!isAgain) {
      boolean isSure = how.equals(SURE) || who.size() != 1 || isGoingOn(clause, who.getFirst());
      ruled = who;
      sentence = clause.sentence().number();
      linked = isSure ? who : List.of(best(clause, who.getFirst(), how));
    }
    candidates.spoke(clause.sentence(), linked);
    return linked;
  }

  /// "The delegate of Norland said so. He rejected the map": a pronoun for who spoke right before.
  private boolean isGoingOn(TextClause clause, Speaker who) {
    boolean isNext = sentence >= 0 && clause.sentence().number() == sentence + 1;
    return isNext
        && linked.size() == 1
        && linked.getFirst().name().equals(who.name())
        && clause.sentence().get(0).lower().matches("he|she")
        && who.where().start() == clause.sentence().span().start();
  }

  /// The speakers in place of those that the rules named for the last clause.
  List<Speaker> corrected(List<Speaker> who) {
    return who.equals(ruled) ? linked : who;
  }

  private Speaker best(TextClause clause, Speaker who, String how) {
    List<SpeakerCandidate> all = candidates.of(clause, who, how);
    if (all.size() < 2) {
      return who;
    }
    traces.add(new SpeakerTrace(clause.span(), all));
    return model == null || candidates.isBodyActing(clause.sentence(), who)
        ? who
        : model.of(all).filter(each -> !each.isRuled()).map(SpeakerCandidate::speaker).orElse(who);
  }
}
