package org.parley.board.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.model.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Subject;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// How parties, subjects and claims are called in the sentences of the board.
public final class Naming {

  private final CaseView view;
  private final Map<Edtf, String> dates = new HashMap<>();

  public Naming(CaseView view) {
    this.view = view;
  }

  public String party(PartyId id) {
    return view.get(id).label();
  }

  /// "A", "A and B", "A, B and C".
  public String parties(List<PartyId> ids) {
    return list(ids.stream().map(this::party).toList());
  }

  public static String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
        + " and "
        + names.getLast();
  }

  public String subject(Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> "the whole";
      case InstrumentId instrument -> view.get(instrument).title();
      case PointId point -> point(view.get(point));
      case ComponentId component ->
          view.pointOf(component).components().stream()
              .filter(each -> each.id().equals(component))
              .map(each -> each.title())
              .findFirst()
              .orElseThrow();
    };
  }

  public static String point(Point point) {
    return point.number() + " " + point.title();
  }

  /// "Dmitry Peskov (Russia, 25 December 2025)".
  public String speaker(Claim claim) {
    return claim.speaker()
        + " ("
        + party(claim.party())
        + ", "
        + dates.computeIfAbsent(claim.said(), Edtf::inWords)
        + ")";
  }
}
