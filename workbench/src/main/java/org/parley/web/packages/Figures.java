package org.parley.web.packages;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.OptionSet;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.model.text.OptionId;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.wording.QuantityWording;

/// The adjustable figures, with their stated and present values.
///
/// @param address the query
/// @param stated the problem as the case states it
/// @param packages the problem with what-if figures
public record Figures(PackagesQuery address, PackageProblem stated, PackageProblem packages) {

  /// A red line, stated or added.
  ///
  /// @param party the index of the party
  /// @param choice the option; of a limit, the first value it refuses
  /// @param words what it refuses
  /// @param stated whether the case states it
  /// @param holds whether it holds at present
  /// @param words the option, or the values beyond a limit
  /// @param conditional whether the option is accepted on a condition
  public record Line(
      int party, Choice choice, String words, boolean stated, boolean holds, boolean conditional) {}

  /// The red lines and conditions of a party, those lifted included.
  public List<Line> lines(int party) {
    List<Line> lines = new ArrayList<>();
    for (PartyDemand demand : PartyDemand.of(stated.problem())) {
      if (demand.party() == party && demand.isRedLine()) {
        Choice choice = demand.refused().getFirst();
        String words =
            demand instanceof PartyDemand.Limit limit
                ? QuantityWording.current().beyond(stated.matters().get(choice.point()), limit)
                : title(choice);
        boolean holds = !address.moved().isLifted(party, choice);
        lines.add(new Line(party, choice, words, true, holds, false));
      }
    }
    for (Contingency each : stated.problem().parties().get(party).contingencies()) {
      Choice choice = each.choice();
      boolean holds = !address.moved().isLifted(party, choice);
      lines.add(new Line(party, choice, title(choice), true, holds, true));
    }
    for (Choice choice : packages.redLines(party)) {
      if (address.moved().isAdded(party, choice)) {
        lines.add(new Line(party, choice, title(choice), false, true, false));
      }
    }
    return lines;
  }

  private String title(Choice choice) {
    return stated.matters().get(choice.point()).titles().get(choice.option());
  }

  public long baseline(int party) {
    Long baseline = packages.problem().parties().get(party).baseline();
    return baseline == null ? 0 : baseline;
  }

  public long statedBaseline(int party) {
    Long baseline = stated.problem().parties().get(party).baseline();
    return baseline == null ? 0 : baseline;
  }

  /// The present weight of a point for a party.
  public long weight(int party, int point) {
    var changed = address.moved().whatIf().weights().get(party);
    Long weight = changed == null ? null : changed.get(point);
    return weight == null ? stated.seats().get(party).stakes().get(point).weight() : weight;
  }

  private OptionId option(Choice choice) {
    return stated.matters().get(choice.point()).options().get(choice.option());
  }

  /// The address at which these demands are given up, with the present what-if figures.
  public String hrefOf(List<PartyDemand> giveUp) {
    List<String> parts = new ArrayList<>();
    for (String part : address.query().split("&", -1)) {
      boolean replaced =
          giveUp.stream()
              .anyMatch(
                  demand ->
                      demand instanceof PartyDemand.Baseline
                          && part.startsWith(
                              MovedFigures.baselineName(stated.seats().get(demand.party()).party())
                                  + "="));
      if (!part.isEmpty() && !replaced) {
        parts.add(part);
      }
    }
    for (PartyDemand demand : giveUp) {
      PackageProblem.Seat seat = stated.seats().get(demand.party());
      parts.add(
          switch (demand) {
            case PartyDemand.RedLine(_, Choice(int point, int option)) ->
                "lift="
                    + MovedFigures.lineValue(
                        seat.party(), stated.matters().get(point).options().get(option));
            case PartyDemand.Limit(_, OptionSet refused, _) ->
                "lift="
                    + MovedFigures.lineValue(
                        seat.party(),
                        stated
                            .matters()
                            .get(refused.point())
                            .options()
                            .get(refused.options().iterator().next()));
            case PartyDemand.OnlyIf(_, Contingency contingency) ->
                "lift=" + MovedFigures.lineValue(seat.party(), option(contingency.choice()));
            case PartyDemand.Baseline _ -> MovedFigures.baselineName(seat.party()) + "=0";
          });
    }
    return Link.to(Address.PACKAGES) + "?" + String.join("&", parts);
  }
}
