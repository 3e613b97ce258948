package org.parley.model.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.model.Id;
import org.parley.model.checks.References.Declaration;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.position.Signing;
import org.parley.model.position.Worth;
import org.parley.model.text.Instrument;
import org.parley.model.text.OptionId;

/// Whether what parties prefer, insist on and tie together makes sense.
final class PreferenceChecks {

  private final Examined records;

  PreferenceChecks(Examined records) {
    this.records = records;
  }

  void signing(int index, Instrument instrument) {
    Signing signing = instrument.signing();
    if (signing == null) {
      return;
    }
    Integer atLeast = signing.atLeast();
    int signatories = instrument.signatories().size();
    if (atLeast != null && (atLeast < 1 || atLeast > signatories)) {
      records.report(
          index,
          List.of("signing", "atLeast"),
          "so many cannot sign: there are " + signatories + " signatories",
          atLeast,
          "Maybe write a number from 1 to " + signatories);
    }
    List<String> path = List.of("signing", "always");
    Set<PartyId> seen = new HashSet<>();
    for (int i = 0; i < signing.always().size(); i++) {
      PartyId party = signing.always().get(i);
      List<String> place = List.of(path.get(0), path.get(1), Integer.toString(i));
      if (!instrument.signatories().contains(party)) {
        records.report(index, place, "not a signatory", party, "Maybe add it to the signatories");
      } else if (!seen.add(party)) {
        records.report(index, place, "named twice", party, "Maybe name it once");
      }
    }
  }

  void position(int index, Position position) {
    Integer rank = position.rank();
    if (rank != null && rank < 1) {
      records.report(
          index,
          List.of("rank"),
          "a rank is 1 or more",
          rank,
          "Maybe rank the most important point 1");
    }
    Worth weight = position.weight();
    if (weight != null && weight.least() < 0) {
      records.report(
          index, List.of("weight"), "a weight is not negative", weight, "Maybe write 0 or more");
    }
    if (weight != null && rank != null) {
      records.report(
          index,
          List.of("rank"),
          "both a weight and a rank say how much the point is worth",
          rank,
          "Maybe keep the weight");
    }
    rests(index, "position", position.id(), position.claims(), position.illustrative());
    belong(index, "grades", position, position.grades());
    belong(index, "worths", position, position.worths());
  }

  private void belong(int index, String key, Position position, Map<OptionId, ?> options) {
    for (OptionId option : options.keySet()) {
      records.belongsToPoint(
          index, List.of(key, option.value()), option, "point", List.of(position.point()));
    }
  }

  private void rests(int index, String what, Id id, List<ClaimId> claims, boolean illustrative) {
    if (claims.isEmpty() && !illustrative) {
      records.report(
          index,
          List.of("claims"),
          "a " + what + " that rests on nothing",
          id,
          "Maybe name the claims it rests on, or write illustrative: true");
    }
  }

  void baseline(int index, Baseline baseline) {
    rests(index, "baseline", baseline.id(), baseline.claims(), baseline.illustrative());
  }

  void linkage(int index, Linkage linkage) {
    records.words(index, "text", linkage.text());
    if (linkage.claims().isEmpty() && linkage.points().isEmpty() && !linkage.illustrative()) {
      records.report(
          index,
          List.of("claims"),
          "a linkage that rests on nothing",
          linkage.id(),
          "Maybe name the claims or the points that say so, or write illustrative: true");
    }
    switch (linkage.tie()) {
      case Linkage.Tie.Never(List<OptionId> together) -> ties(index, together, List.of());
      case Linkage.Tie.IfThen(List<OptionId> when, List<OptionId> oneOf) -> {
        if (when.isEmpty() || oneOf.isEmpty()) {
          records.report(
              index,
              List.of("tie"),
              "it takes an option on either side",
              linkage.id(),
              "Maybe name one in when, and one in oneOf");
        } else {
          ties(index, when, oneOf);
        }
      }
      case Linkage.Tie.JointWorth(_, List<OptionId> when, _) -> ties(index, when, List.of());
    }
  }

  /// Reports a tie that ties nothing: all its options, as far as they are known, are of one point.
  private void ties(int index, List<OptionId> some, List<OptionId> others) {
    List<OptionId> all = new ArrayList<>(some);
    all.addAll(others);
    Set<Integer> points = new HashSet<>();
    for (OptionId option : all) {
      Declaration where = records.declared().get(option.value());
      if (where == null) {
        return;
      }
      points.add(where.record());
    }
    if (points.size() < 2) {
      records.report(
          index,
          List.of("tie"),
          "it ties nothing: its options are of fewer than two points",
          "",
          "Maybe name options of two points, or make it a red line or a worth in a position");
    }
  }
}
