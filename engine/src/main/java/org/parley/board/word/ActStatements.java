package org.parley.board.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.acts.Acts;
import org.parley.acts.RecordedAct;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// Acts of consent and refusal as statements: a signature agrees, a lost vote refuses. Those who
/// finalise a text agree ad referendum.
///
/// A record of an act that corrects another supersedes its statements, even if it makes none.
final class ActStatements {

  /// A statement and its act.
  record Statement(Claim claim, RecordedAct act) {}

  private final List<Statement> all = new ArrayList<>();
  private final Map<ActId, List<Statement>> byAct = new HashMap<>();

  /// The beginning of the ids of statements: that of no claim.
  private final String prefix;

  private ActStatements(CaseView view, Acts acts) {
    String start = "act.";
    while (startsClaim(view, start)) {
      start += ".";
    }
    this.prefix = start;
    Map<ActId, RecordedAct> known = new HashMap<>();
    acts.inOrder().forEach(each -> known.put(each.act().id(), each));
    Set<ActId> made = new LinkedHashSet<>();
    for (RecordedAct each : acts.inOrder()) {
      make(each, known, made);
    }
  }

  static List<Statement> of(CaseView view, Acts acts) {
    return acts.inOrder().isEmpty() ? List.of() : new ActStatements(view, acts).all;
  }

  private void make(RecordedAct recorded, Map<ActId, RecordedAct> known, Set<ActId> made) {
    List<RecordedAct> open = new ArrayList<>(List.of(recorded));
    while (!open.isEmpty()) {
      RecordedAct next = open.getLast();
      List<RecordedAct> first = new ArrayList<>();
      for (ActId id : next.act().supersedes()) {
        RecordedAct earlier = known.get(id);
        if (earlier != null && !made.contains(id)) {
          first.add(earlier);
        }
      }
      if (first.isEmpty()) {
        open.removeLast();
        if (made.add(next.act().id())) {
          make(next);
        }
      } else {
        open.addAll(first);
      }
    }
  }

  private void make(RecordedAct recorded) {
    Act act = recorded.act();
    List<ClaimId> supersedes = new ArrayList<>();
    Set<Subject> corrected = new LinkedHashSet<>();
    Set<PartyId> parties = new LinkedHashSet<>(recorded.by());
    for (ActId id : act.supersedes()) {
      for (Statement earlier : byAct.getOrDefault(id, List.of())) {
        supersedes.add(earlier.claim.id());
        parties.add(earlier.claim.party());
        corrected.addAll(earlier.claim.about());
      }
    }
    List<Subject> own = about(act);
    Assertion asserts = own.isEmpty() ? new Assertion.States() : asserts(act);
    List<Subject> about = own.isEmpty() ? List.copyOf(corrected) : own;
    if (about.isEmpty() || (asserts instanceof Assertion.States && supersedes.isEmpty())) {
      return;
    }
    for (PartyId party : parties) {
      boolean isBy = recorded.by().contains(party);
      Statement statement =
          new Statement(
              claim(
                  act,
                  party,
                  about,
                  isBy ? asserts : new Assertion.States(),
                  supersedes,
                  all.size()),
              recorded);
      all.add(statement);
      byAct.computeIfAbsent(act.id(), _ -> new ArrayList<>()).add(statement);
    }
  }

  private static boolean startsClaim(CaseView view, String start) {
    return view.claims().stream().anyMatch(each -> each.id().value().startsWith(start));
  }

  private Claim claim(
      Act act,
      PartyId party,
      List<Subject> about,
      Assertion asserts,
      List<ClaimId> supersedes,
      int number) {
    return new Claim(
        new ClaimId(prefix + number),
        "\u0000" + party,
        null,
        party,
        act.date(),
        act.known(),
        Claim.Channel.PUBLIC,
        act.source(),
        null,
        null,
        about,
        List.of(),
        asserts,
        supersedes,
        List.of(),
        List.of(),
        act.visibility());
  }

  private static List<Subject> about(Act act) {
    List<Subject> about = new ArrayList<>();
    act.of()
        .forEach(
            each -> {
              switch (each) {
                case InstrumentId id -> about.add(id);
                case PointId id -> about.add(id);
                default -> {}
              }
            });
    return about;
  }

  private static Assertion asserts(Act act) {
    return switch (act.consent()) {
      case GIVEN -> new Assertion.Agreed();
      case REFUSED -> new Assertion.Rejected();
      case NONE ->
          act.kind() == ActKind.FINALISED ? new Assertion.AdReferendum() : new Assertion.States();
    };
  }
}
