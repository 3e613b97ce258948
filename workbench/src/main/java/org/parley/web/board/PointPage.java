package org.parley.web.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.cases.CommonRange;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.board.Board;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.word.Ledger;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.Component;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.QuantityWording;

/// Everything on record about one point, at one moment.
///
/// @param open the case
/// @param moment the moment
/// @param point the point
/// @param board the board at that moment
public record PointPage(OpenCase open, ViewedDay moment, Point point, Board board) {

  private static final int CLAIMS_SHOWN = 80;

  /// The page of a point.
  ///
  /// @throws NotOnRecord if there is no such point
  public static PointPage of(OpenCase open, ViewedDay moment, String id) {
    return new PointPage(open, moment, point(open, id), open.board(moment.asOf()));
  }

  /// The point of an address.
  ///
  /// @throws NotOnRecord if there is no such point
  public static Point point(OpenCase open, String id) {
    Point point =
        org.parley.model.Id.SYNTAX.matcher(id).matches()
            ? open.view().find(new PointId(id)).orElse(null)
            : null;
    if (point == null || !point.id().value().equals(id)) {
      throw new NotOnRecord(
          "point", id, open.view().points().stream().map(each -> each.id().value()).toList());
    }
    return point;
  }

  public Frame frame() {
    return Frame.of(Say.point(point), open.view().info(), "board");
  }

  public List<Cell> cells() {
    return board.get(point.id()).cells();
  }

  public List<Cell> cells(Component part) {
    return board.get(part.id()).cells();
  }

  /// The contradictions about this point or a part of it.
  public List<Contradiction> contradictions() {
    List<Subject> parts = OpenCase.withComponents(point);
    return board.contradictions().stream()
        .filter(each -> each.subjects().stream().anyMatch(parts::contains))
        .toList();
  }

  /// Who prefers an option, by their own words, with the claim.
  public List<Preferred> preferring(OptionId option) {
    List<Preferred> preferred = new ArrayList<>();
    for (Cell cell : cells()) {
      for (Cell.Preference each : cell.preferences()) {
        if (each.option().equals(option)) {
          preferred.add(new Preferred(cell, open.view().get(each.claim())));
        }
      }
    }
    return preferred;
  }

  /// The standing claims of the moment that refuse an option.
  public List<Claim> refusing(OptionId option) {
    return open.claimsAbout(OpenCase.withComponents(point)).stream()
        .filter(
            claim ->
                claim.asserts() instanceof Assertion.Refuses(var refused) && refused.equals(option))
        .filter(this::stands)
        .toList();
  }

  private boolean stands(Claim claim) {
    return board.ledger().find(claim.id()).filter(Ledger.Entry::stands).isPresent();
  }

  /// A party that prefers an option, and the claim that says so.
  public record Preferred(Cell cell, Claim claim) {}

  /// The conclusions about it, by author.
  public List<Conclusions> conclusions() {
    return Conclusions.of(open.view(), open.positionsOn(point));
  }

  /// The values of its quantity that all who sign accept, or the gap between them; empty if there
  /// is no quantity.
  public String common() {
    if (!(open.packages(moment.asked(), moment.knownAt())
        instanceof PreparedProblem.Ready(PackageProblem packages))) {
      return "";
    }
    int index = packages.indexOf(point.id());
    return index < 0
        ? ""
        : CommonRange.of(packages, index)
            .map(
                range ->
                    QuantityWording.current()
                        .common(
                            range,
                            packages.seats().stream().map(PackageProblem.Seat::label).toList()))
            .orElse("");
  }

  /// The latest claims about the point and its parts, and the wider ones the stances rest on, by
  /// date. There is one more than the page shows.
  private List<Claim> latestClaims() {
    List<Claim> about = open.claimsAbout(OpenCase.withComponents(point));
    Set<Claim> claims = new TreeSet<>(CaseView.CLAIMS_IN_ORDER);
    claims.addAll(about.subList(Math.max(0, about.size() - CLAIMS_SHOWN - 1), about.size()));
    for (Cell cell : cells()) {
      for (ClaimId id : cell.claims()) {
        claims.add(open.view().get(id));
      }
    }
    List<Claim> latest = List.copyOf(claims);
    return latest.subList(Math.max(0, latest.size() - CLAIMS_SHOWN - 1), latest.size());
  }

  /// The latest of these claims, in order of time.
  public List<Claim> claims() {
    List<Claim> latest = latestClaims();
    return latest.subList(Math.max(0, latest.size() - CLAIMS_SHOWN), latest.size());
  }

  /// Whether there are earlier ones than the page shows.
  public boolean hasEarlierClaims() {
    return latestClaims().size() > CLAIMS_SHOWN;
  }

  /// Whether a claim counts at the moment shown.
  public boolean counts(Claim claim) {
    return moment.asOf().covers(claim);
  }

  /// The points directly in it that the version of the day contains.
  public List<Point> parts() {
    Board board = open.board(moment.asOf());
    return open.view().pointsIn(point.id()).stream().filter(p -> board.shows(p.id())).toList();
  }

  /// How much of it is agreed, if it is a chapter; empty otherwise.
  public String chapter() {
    return Say.chapter(open.board(moment.asOf()), point);
  }

  /// The points before and after it.
  public List<Point> neighbours() {
    List<Point> points = open.view().points();
    int at = points.indexOf(point);
    List<Point> neighbours = new ArrayList<>();
    if (at > 0) {
      neighbours.add(points.get(at - 1));
    }
    if (at + 1 < points.size()) {
      neighbours.add(points.get(at + 1));
    }
    return neighbours;
  }
}
