package org.parley.web.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.position.Position;
import org.parley.web.service.Rights;
import org.parley.web.view.Say;

/// The positions that one author wrote down: the analyst or a delegation.
///
/// @param id the id of the heading
/// @param heading whose conclusions these are
public record Conclusions(String id, String heading, List<Position> positions) {

  public Conclusions {
    positions = List.copyOf(positions);
  }

  /// Positions by their author, the analyst's first.
  static List<Conclusions> of(CaseView view, List<Position> positions) {
    Map<String, List<Position>> byAuthor = new LinkedHashMap<>();
    byAuthor.put("", new ArrayList<>());
    for (Position each : positions) {
      String author = Rights.author(view, each.id().value()).map(PartyId::value).orElse("");
      byAuthor.computeIfAbsent(author, _ -> new ArrayList<>()).add(each);
    }
    List<Conclusions> all = new ArrayList<>();
    byAuthor.forEach(
        (author, own) -> {
          if (!own.isEmpty()) {
            all.add(
                new Conclusions(
                    all.isEmpty() ? "positions-h" : "positions-h-" + author,
                    author.isEmpty()
                        ? Say.text("position.analyst")
                        : Say.text(
                            "position.delegation", "party", Say.party(view, new PartyId(author))),
                    own));
          }
        });
    return all;
  }
}
