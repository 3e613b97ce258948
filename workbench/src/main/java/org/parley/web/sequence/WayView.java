package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.WayOut;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.knots.Weakening;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.SequenceWording;

/// A way out as shown.
///
/// @param settle the readings to settle on, in words; empty for none
/// @param giveUp the demands to drop
/// @param touches the parties of dropped demands, in words; empty for none
/// @param settles the parties whose readings are settled, in words; empty for none
/// @param weaken the amounts by which demands would have to give instead, in words
/// @param link the address of the resulting plan
public record WayView(
    String settle,
    List<String> giveUp,
    String touches,
    String settles,
    List<String> weaken,
    String link) {

  public WayView {
    giveUp = List.copyOf(giveUp);
    weaken = List.copyOf(weaken);
  }

  static WayView of(SequencePage page, WaysOut.Group group, WayOut way) {
    OpenCase open = page.open();
    SequenceProblem problem = page.problem();
    SequenceWording words = SequenceWording.of(problem);
    Finding<Weakening.Gives> gives =
        Weakening.of(problem, page.knots(), group, way, SequencePage.BUDGET);
    List<String> weaken = new ArrayList<>();
    gives
        .findAnswer()
        .map(Weakening.Gives::amounts)
        .orElse(Map.of())
        .forEach(
            (demand, amount) ->
                weaken.add(
                    Say.text(
                        "sequence.ways.weaken",
                        "length",
                        words.length(amount),
                        "several",
                        way.drop().size() > 1,
                        "demand",
                        problem.get(demand).text())));
    return new WayView(
        way.readings().isEmpty() ? "" : words.readings(way.readings()),
        way.drop().stream().map(demand -> problem.get(demand).text()).toList(),
        way.touches().isEmpty() ? "" : Say.parties(open.view(), sorted(way.touches())),
        way.readings().isEmpty()
            ? ""
            : Say.parties(open.view(), problem.speakersOf(way.readings().keySet())),
        weaken,
        link(page, way));
  }

  private static List<PartyId> sorted(Set<PartyId> parties) {
    return parties.stream().sorted(Comparator.comparing(PartyId::value)).toList();
  }

  private static String link(SequencePage page, WayOut way) {
    Map<String, String> read = new TreeMap<>();
    page.readings().forEach((term, reading) -> read.put(term.value(), reading));
    for (Map.Entry<TermId, String> each : way.readings().entrySet()) {
      read.put(each.getKey().value(), each.getValue());
    }
    List<String> without = new ArrayList<>(page.without().stream().map(DemandId::value).toList());
    way.drop().forEach(demand -> without.add(demand.value()));
    return page.address(
        read.entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(",")),
        String.join(",", without));
  }
}
