package org.parley.model.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.checks.References.Declaration;
import org.parley.model.claim.ClaimId;
import org.parley.model.position.Baseline;
import org.parley.model.position.Grade;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.position.Proviso;
import org.parley.model.position.Worth;
import org.parley.model.text.Instrument;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.Signing;

/// Validates positions, baselines, signing rules and linkages.
final class PreferenceChecks {

  private final RecordsUnderCheck records;

  PreferenceChecks(RecordsUnderCheck records) {
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
          index, List.of("signing", "atLeast"), new Rule.TooManySigners(signatories), atLeast);
    }
    List<String> path = List.of("signing", "always");
    Set<PartyId> seen = new HashSet<>();
    for (int i = 0; i < signing.always().size(); i++) {
      PartyId party = signing.always().get(i);
      List<String> place = List.of(path.get(0), path.get(1), Integer.toString(i));
      if (!instrument.signatories().contains(party)) {
        records.report(index, place, Rule.Plain.NOT_A_SIGNATORY, party);
      } else if (!seen.add(party)) {
        records.report(index, place, Rule.Plain.NAMED_TWICE, party);
      }
    }
    new ApprovalChecks(records, index).stages(signing);
  }

  void position(int index, Position position) {
    Integer rank = position.rank();
    if (rank != null && rank < 1) {
      records.report(index, List.of("rank"), Rule.Plain.RANK_BELOW_ONE, rank);
    }
    Worth weight = position.weight();
    if (weight != null && weight.least() < 0) {
      records.report(index, List.of("weight"), Rule.Plain.NEGATIVE_WEIGHT, weight);
    }
    if (weight != null && rank != null) {
      records.report(index, List.of("rank"), Rule.Plain.WEIGHT_AND_RANK, rank);
    }
    rests(
        index,
        Rule.Plain.POSITION_RESTS_ON_NOTHING,
        position.id(),
        position.claims(),
        position.illustrative() || position.told() != null);
    if (position.told() != null && position.visibility() instanceof Visibility.Public) {
      records.report(index, List.of("told"), Rule.Plain.TOLD_TO_ALL, position.told());
    }
    belong(index, "grades", position, position.grades());
    belong(index, "worths", position, position.worths());
    new QuantityChecks(records, index).position(position);
    provisos(index, position);
  }

  private void provisos(int index, Position position) {
    Set<OptionId> seen = new HashSet<>();
    for (int i = 0; i < position.onlyIf().size(); i++) {
      Proviso proviso = position.onlyIf().get(i);
      List<String> place = List.of("onlyIf", Integer.toString(i));
      List<String> option = List.of("onlyIf", Integer.toString(i), "option");
      records.belongsToPoint(index, option, proviso.option(), "point", List.of(position.point()));
      if (!seen.add(proviso.option())) {
        records.report(index, option, Rule.Plain.NAMED_TWICE, proviso.option());
      }
      if (proviso.options().isEmpty() && proviso.steps().isEmpty() && proviso.demands().isEmpty()) {
        records.report(index, place, Rule.Plain.PROVISO_ASKS_NOTHING, proviso.option());
      }
      if (position.grades().get(proviso.option()) == Grade.RED_LINE) {
        records.report(index, option, Rule.Plain.PROVISO_ON_RED_LINE, proviso.option());
      }
      for (int at = 0; at < proviso.options().size(); at++) {
        OptionId needed = proviso.options().get(at);
        Declaration where = records.declared().get(needed.value());
        if (where != null
            && records.record(position.point()) instanceof Point point
            && point.options().stream().anyMatch(each -> each.id().equals(needed))) {
          records.report(
              index,
              List.of("onlyIf", Integer.toString(i), "options", Integer.toString(at)),
              Rule.Plain.PROVISO_ON_OWN_POINT,
              needed);
        }
      }
    }
  }

  private void belong(int index, String key, Position position, Map<OptionId, ?> options) {
    for (OptionId option : options.keySet()) {
      records.belongsToPoint(
          index, List.of(key, option.value()), option, "point", List.of(position.point()));
    }
  }

  private void rests(int index, Rule rule, Id id, List<ClaimId> claims, boolean restsElsewhere) {
    if (claims.isEmpty() && !restsElsewhere) {
      records.report(index, List.of("claims"), rule, id);
    }
  }

  void baseline(int index, Baseline baseline) {
    rests(
        index,
        Rule.Plain.BASELINE_RESTS_ON_NOTHING,
        baseline.id(),
        baseline.claims(),
        baseline.illustrative());
  }

  void linkage(int index, Linkage linkage) {
    records.words(index, "text", linkage.text());
    if (linkage.claims().isEmpty() && linkage.points().isEmpty() && !linkage.illustrative()) {
      records.report(index, List.of("claims"), Rule.Plain.LINKAGE_RESTS_ON_NOTHING, linkage.id());
    }
    switch (linkage.tie()) {
      case Linkage.Tie.Never(List<OptionId> together) -> ties(index, together, List.of());
      case Linkage.Tie.IfThen(List<OptionId> when, List<OptionId> oneOf) -> {
        if (when.isEmpty() || oneOf.isEmpty()) {
          records.report(index, List.of("tie"), Rule.Plain.ONE_SIDED_IMPLICATION, linkage.id());
        } else {
          ties(index, when, oneOf);
        }
      }
      case Linkage.Tie.JointWorth(_, List<OptionId> when, _) -> ties(index, when, List.of());
      case Linkage.Tie.Cap _ -> {
        // a cap ties all points of its party
      }
      case Linkage.Tie.Budget budget -> {
        ties(index, List.copyOf(budget.amounts().keySet()), List.of());
        if (!budget.bounds()) {
          records.report(index, List.of("tie"), Rule.Plain.BUDGET_WITHOUT_BOUND, linkage.id());
        }
        if (!budget.isExact()) {
          records.report(index, List.of("tie"), Rule.Plain.BUDGET_TOO_FINE, linkage.id());
        }
      }
    }
  }

  /// Reports a linkage within one point: all its options, as far as known, are of that point.
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
      records.report(index, List.of("tie"), Rule.Plain.LINKS_NOTHING, "");
    }
  }
}
