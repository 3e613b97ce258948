package org.parley.reading.rules.claim;

import java.util.List;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TextClause;

/// Finds the actor whose act in a clause implies a position.
final class ActorFinder {

  private final Lexicon lexicon;
  private final Coreference people;
  private final Speakers speakers;
  private final List<Phrases> positions;
  private final List<Phrases> attitudes;

  ActorFinder(Lexicon lexicon, Coreference people) {
    this.lexicon = lexicon;
    this.people = people;
    speakers = new Speakers(people);
    positions =
        List.of(
            lexicon.get("predicates.deny"),
            lexicon.get("predicates.refuse"),
            lexicon.get("predicates.accept"),
            lexicon.get("stance.idioms"));
    attitudes =
        List.of(
            lexicon.get("predicates.wish"),
            lexicon.get("predicates.ponder"),
            lexicon.get("predicates.depend"),
            lexicon.get("predicates.voice"));
  }

  /// The named subject of a clause; "it", if an institution spoke last.
  List<Speaker> of(Sentence s, TextClause clause, boolean isJoint) {
    int agent = agentOf(s, clause.head());
    int subject = agent < 0 ? Speakers.subjectOf(s, clause.head()) : agent;
    if (subject < 0 && !clause.borrowed().isEmpty()) {
      subject = clause.borrowed().getLast();
      for (int each : clause.borrowed()) {
        subject = clause.borrowed().contains(s.tree().head(each)) ? subject : each;
      }
    }
    if (subject < 0) {
      return List.of();
    }
    if (s.get(subject).is("it")) {
      boolean isGroup =
          lexicon.get("stance.prefers").isIn(s, clause.head(), clause.tokens().getLast() + 1);
      return isGroup ? people.lastGroup(s.get(subject).span()).stream().toList() : List.of();
    }
    if (lexicon.get("documents.documents").has(s.get(subject))) {
      return List.of();
    }
    List<Speaker> own =
        speakers.named(s, subject).map(Speakers.FoundSpeaker::speakers).orElse(List.of());
    boolean isAttitude =
        s.get(subject).isTagged("NOUN", "PROPN") && isAny(attitudes, s, clause.head());
    boolean isAct = isAttitude || isAny(positions, s, clause.head());
    boolean isOwn = own.stream().allMatch(each -> each.isNamed() || isAct || isJoint);
    return isOwn ? own : List.of();
  }

  /// "Something Kyiv refuses", "which Kyiv rejected": whether a relative clause tells a position of
  /// its own subject.
  boolean isAside(TextClause clause) {
    Sentence s = clause.sentence();
    int verb = clause.head();
    int subject = s.tree().isLabelled(verb, "relcl") ? s.tree().child(verb, "nsubj") : -1;
    boolean isOwn = subject >= 0 && !s.get(subject).lower().matches("that|which|who|i|we|you");
    int helper = s.tree().child(verb, "aux");
    boolean isFinite =
        helper < 0
            ? s.tree().tag(verb).matches("VBZ|VBP|VBD")
            : s.get(helper).lemma().matches("have|be") && s.tree().tag(helper).matches("VBZ|VBP");
    return isOwn
        && isFinite
        && !s.get(verb).isQuoted()
        && (isAny(positions, s, verb) || isAny(attitudes, s, verb));
  }

  /// Whether the verb of a clause takes a position or voices an attitude.
  boolean isPosition(TextClause clause) {
    Sentence s = clause.sentence();
    return isAny(positions, s, clause.head()) || isAny(attitudes, s, clause.head());
  }

  private static boolean isAny(List<Phrases> lists, Sentence s, int verb) {
    return lists.stream().anyMatch(each -> each.at(s, verb, s.size()).isPresent());
  }

  /// "The plan was rejected by Kyiv": who does it; -1 if that is not told.
  private int agentOf(Sentence s, int verb) {
    int by = s.tree().child(verb, "auxpass") < 0 ? -1 : s.tree().child(verb, "agent");
    return by >= 0 && isAny(positions, s, verb) ? s.tree().child(by, "pobj") : -1;
  }

  /// Whether people or a body other than any speaker do the act: "voters rejected the plan".
  boolean isOfOthers(Sentence s, TextClause clause) {
    int subject = Speakers.subjectOf(s, clause.head());
    return subject >= 0
        && (lexicon.get("people.others").has(s.get(subject))
            || lexicon.get("people.unnamed").has(s.get(subject))
            || lexicon.get("people.institutions").has(s.get(subject)))
        && isAny(positions, s, clause.head());
  }
}
