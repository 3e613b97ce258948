package org.parley.web.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.Party;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ViewedDay;

/// How often the speakers of a party spoke of the stance of others, and denied their words.
///
/// Parties stand on an ellipse in the order of the case, so a picture changes only with its claims.
/// Cost: linear in the claims.
///
/// @param nodes the parties drawn, at most [#MOST_PARTIES]: those most spoken of and speaking
/// @param arcs what is drawn between them
/// @param words everything said of others, the most frequent first
public record SpeechNetwork(List<PartyNode> nodes, List<Arc> arcs, List<Words> words) {

  /// The most parties whose names can be read around an ellipse.
  public static final int MOST_PARTIES = 12;

  public static final int WIDTH = 900;
  public static final int HEIGHT = 470;

  private static final int RADIUS_X = 230;
  private static final int RADIUS_Y = 180;
  private static final int LABEL = 18;

  /// A party.
  ///
  /// @param anchor how its label is aligned
  public record PartyNode(Party party, int x, int y, int labelX, int labelY, String anchor) {}

  /// The words of one party about another.
  ///
  /// @param isDenial whether they denied words of the other, rather than spoke of its stance
  /// @param last the day of the latest
  public record Words(Party from, Party of, boolean isDenial, int count, LocalDate last) {}

  /// An arc, from a speaker to whom was spoken of.
  public record Arc(Words words, SpeechArc drawn) {}

  public SpeechNetwork {
    nodes = List.copyOf(nodes);
    arcs = List.copyOf(arcs);
    words = List.copyOf(words);
  }

  private record Pair(PartyId from, PartyId of, boolean isDenial) {}

  /// The network of a day.
  public static SpeechNetwork of(OpenCase open, ViewedDay moment) {
    List<Words> words = words(open, moment);
    List<PartyNode> nodes = nodes(drawn(open, words));
    Map<PartyId, PartyNode> byParty = new HashMap<>();
    nodes.forEach(each -> byParty.put(each.party().id(), each));
    int most = words.stream().mapToInt(Words::count).max().orElse(1);
    List<Arc> arcs = new ArrayList<>();
    for (Words each : words) {
      PartyNode from = byParty.get(each.from().id());
      PartyNode to = byParty.get(each.of().id());
      if (from != null && to != null) {
        arcs.add(new Arc(each, SpeechArc.between(from, to, each.isDenial(), each.count(), most)));
      }
    }
    return new SpeechNetwork(nodes, arcs, words);
  }

  private static List<Words> words(OpenCase open, ViewedDay moment) {
    Map<Pair, List<Claim>> said = new HashMap<>();
    for (Claim claim : open.view().claims()) {
      if (moment.asOf().covers(claim)) {
        spokenOf(claim, open.view())
            .forEach(pair -> said.computeIfAbsent(pair, _ -> new ArrayList<>()).add(claim));
      }
    }
    List<Words> words = new ArrayList<>();
    said.forEach((pair, claims) -> words.add(words(open, pair, claims)));
    words.sort(
        Comparator.comparingInt(Words::count)
            .reversed()
            .thenComparing(each -> each.from().id().value())
            .thenComparing(each -> each.of().id().value())
            .thenComparing(Words::isDenial));
    return words;
  }

  private static Words words(OpenCase open, Pair pair, List<Claim> claims) {
    LocalDate last =
        claims.stream()
            .map(each -> each.said().earliestDay())
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    return new Words(
        open.view().get(pair.from()),
        open.view().get(pair.of()),
        pair.isDenial(),
        claims.size(),
        last);
  }

  private static List<Pair> spokenOf(Claim claim, CaseView view) {
    if (claim.between().isEmpty() && claim.contradicts().isEmpty()) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (PartyId of : claim.between()) {
      if (!of.equals(claim.party()) && !claim.jointly().contains(of)) {
        pairs.add(new Pair(claim.party(), of, false));
      }
    }
    for (ClaimId denied : claim.contradicts()) {
      Claim other = view.get(denied);
      if (!other.party().equals(claim.party())) {
        pairs.add(new Pair(claim.party(), other.party(), true));
      }
    }
    return pairs.stream().distinct().toList();
  }

  /// The parties with most words from or of them, in the order of the case.
  private static List<Party> drawn(OpenCase open, List<Words> words) {
    Map<PartyId, Integer> weights = new HashMap<>();
    for (Words each : words) {
      weights.merge(each.from().id(), each.count(), Integer::sum);
      weights.merge(each.of().id(), each.count(), Integer::sum);
    }
    List<PartyId> most =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<PartyId, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(each -> each.getKey().value()))
            .limit(MOST_PARTIES)
            .map(Map.Entry::getKey)
            .toList();
    return open.view().parties().stream().filter(each -> most.contains(each.id())).toList();
  }

  private static List<PartyNode> nodes(List<Party> parties) {
    List<PartyNode> nodes = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      double angle = 2 * Math.PI * i / parties.size() - Math.PI / 2;
      double right = Math.cos(angle);
      double down = Math.sin(angle);
      nodes.add(
          new PartyNode(
              parties.get(i),
              (int) Math.round(WIDTH / 2.0 + RADIUS_X * right),
              (int) Math.round(HEIGHT / 2.0 + RADIUS_Y * down),
              (int) Math.round(WIDTH / 2.0 + (RADIUS_X + LABEL) * right),
              (int) Math.round(HEIGHT / 2.0 + (RADIUS_Y + LABEL) * down + 5),
              Math.abs(right) < 0.2 ? "middle" : right > 0 ? "start" : "end"));
    }
    return nodes;
  }

  /// Whether anybody spoke of another.
  public boolean isDrawn() {
    return !arcs.isEmpty();
  }

  /// How many parties with words from or of them are only in the table.
  public long leftOut() {
    return words.stream()
            .flatMap(each -> List.of(each.from().id(), each.of().id()).stream())
            .distinct()
            .count()
        - nodes.size();
  }
}
