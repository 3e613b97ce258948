package org.parley.reading.rules.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.parley.model.claim.MeetingRole;
import org.parley.reading.Proposal;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Mood;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TokenRange;

/// Finds who hosts, chairs or mediates a meeting, and who shuttles between its parties: "hosted by
/// Qatar", "Norway chaired the talks".
final class MeetingRoles {

  /// The verbs of each role, by the name of their list.
  private final Map<MeetingRole, Phrases> verbs = new LinkedHashMap<>();

  /// The names in a range of a sentence.
  private final BiFunction<Sentence, TokenRange, List<String>> names;

  MeetingRoles(Lexicon lexicon, BiFunction<Sentence, TokenRange, List<String>> names) {
    this.names = names;
    verbs.put(MeetingRole.HOST, lexicon.get("meetings.hosting"));
    verbs.put(MeetingRole.CHAIR, lexicon.get("meetings.chairing"));
    verbs.put(MeetingRole.MEDIATOR, lexicon.get("meetings.mediating"));
    verbs.put(MeetingRole.SHUTTLE, lexicon.get("meetings.shuttling"));
  }

  /// The roles named in a clause, in its order.
  List<Proposal.NamedRole> in(Sentence s, List<Integer> tokens) {
    List<Proposal.NamedRole> found = new ArrayList<>();
    for (int i : tokens) {
      if (!s.tree().isVerb(i) || s.tree().isLabelled(i, "aux", "auxpass") || isUnsure(s, i)) {
        continue;
      }
      for (Map.Entry<MeetingRole, Phrases> each : verbs.entrySet()) {
        if (each.getValue().at(s, i, s.size()).isPresent()) {
          who(s, i).stream()
              .map(name -> new Proposal.NamedRole(name, each.getKey()))
              .filter(role -> !found.contains(role))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /// "Could host", "refused to chair", "has not mediated": nobody has the role.
  private static boolean isUnsure(Sentence s, int verb) {
    Mood mood = Mood.of(s, verb);
    return mood.isDenied() || mood.isAble() || mood.isDoubtful();
  }

  /// The agent after "by", else the subject of an active verb.
  private List<String> who(Sentence s, int verb) {
    for (int each : s.tree().children(verb)) {
      if (s.get(each).is("by") && each > verb) {
        int noun = s.tree().child(each, "pobj");
        if (noun >= 0) {
          return names.apply(s, PhraseBounds.of(s, noun));
        }
      }
    }
    int subject = Speakers.subjectOf(s, verb);
    boolean isPassive = s.tree().child(verb, "auxpass") >= 0 || subject < 0;
    return isPassive || s.tree().isLabelled(subject, "nsubjpass")
        ? List.of()
        : names.apply(s, PhraseBounds.of(s, subject));
  }
}
