package org.parley.web.board;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.model.text.TextVersion;
import org.parley.redline.Move;
import org.parley.redline.TextComparison;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// Two versions of the text of a point, word by word, with the moves of parties.
///
/// @param open the case
/// @param point the point
/// @param from the earlier version
/// @param to the later version
/// @param wordings the comparison
public record TextsPage(
    OpenCase open, Point point, TextVersion from, TextVersion to, TextComparison wordings) {

  /// The page of an address; by default, the last two versions.
  ///
  /// @throws NotOnRecord if there is no such point, or its text has one version or none
  public static TextsPage of(OpenCase open, String id, Query query) {
    Point point =
        org.parley.model.Id.SYNTAX.matcher(id).matches()
            ? open.view().find(new PointId(id)).orElse(null)
            : null;
    if (point == null || !point.id().value().equals(id) || point.texts().size() < 2) {
      throw new NotOnRecord(
          "point with several texts",
          id,
          open.view().points().stream()
              .filter(each -> each.texts().size() > 1)
              .map(each -> each.id().value())
              .toList());
    }
    List<String> versions = point.texts().stream().map(TextVersion::version).toList();
    String from = query.oneOf("from", versions);
    String to = query.oneOf("to", versions);
    TextVersion later = to == null ? point.texts().getLast() : find(point, to);
    TextVersion earlier =
        from == null ? point.texts().get(point.texts().size() - 2) : find(point, from);
    return new TextsPage(open, point, earlier, later, TextComparison.between(earlier, later));
  }

  private static TextVersion find(Point point, String version) {
    return point.texts().stream()
        .filter(each -> each.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  public Frame frame() {
    return Frame.of("Texts of " + Say.point(point), open.view().info(), "board");
  }

  /// Something that happened, in a sentence.
  ///
  /// @param who the parties it tells of; may be none
  public record Told(List<PartyId> who, String words) {}

  /// The moves, in the order of the text.
  public List<Told> moves() {
    List<Told> told = new ArrayList<>();
    for (Move move : wordings.moves()) {
      told.add(
          switch (move) {
            case Move.Settled settled -> settled(settled);
            case Move.Opened opened -> opened(opened);
            case Move.Went went ->
                new Told(
                    List.of(went.party()),
                    name(went.party())
                        + " "
                        + (went.from() == null
                            ? "now holds " + words(went.to())
                            : went.to() == null
                                ? "no longer holds " + words(went.from())
                                : "went from " + words(went.from()) + " to " + words(went.to())));
            case Move.Reworded(Segment.Alternative before, Segment.Alternative after) ->
                new Told(
                    after.holders(),
                    names(after.holders()) + " reworded " + words(before) + " to " + words(after));
            case Move.Redrafted(String removed, String added) ->
                new Told(
                    List.of(),
                    removed.isEmpty()
                        ? "Put in outside brackets: " + quoted(added)
                        : added.isEmpty()
                            ? "Taken out outside brackets: " + quoted(removed)
                            : "Redrafted outside brackets: "
                                + quoted(removed)
                                + " became "
                                + quoted(added));
          });
    }
    return told;
  }

  private Told settled(Move.Settled settled) {
    List<PartyId> who = new ArrayList<>(settled.got());
    who.addAll(settled.gave());
    String label = settled.bracket().label() == null ? "" : " " + settled.bracket().label();
    Segment.Alternative taken = settled.taken();
    String gave = settled.gave().isEmpty() ? "" : "; " + names(settled.gave()) + " gave way";
    if (taken == null) {
      return new Told(
          who,
          "The bracket"
              + label
              + " was settled with words of nobody: "
              + (settled.words().isEmpty() ? "none" : quoted(settled.words())));
    }
    return new Told(
        who,
        "The bracket"
            + label
            + " was settled: "
            + words(taken)
            + (settled.got().isEmpty() ? "" : ", as " + names(settled.got()) + " held")
            + gave);
  }

  private Told opened(Move.Opened opened) {
    List<PartyId> who =
        opened.bracket().alternatives().stream()
            .flatMap(each -> each.holders().stream())
            .distinct()
            .toList();
    String label = opened.bracket().label() == null ? "" : " " + opened.bracket().label();
    return new Told(
        who,
        "A bracket"
            + label
            + " was opened"
            + (opened.words().isEmpty() ? "" : " where it said " + quoted(opened.words())));
  }

  private String name(PartyId party) {
    return Say.party(open.view(), party);
  }

  private String names(List<PartyId> parties) {
    return parties.isEmpty() ? "A holder not on record" : Say.parties(open.view(), parties);
  }

  private static String words(Segment.@Nullable Alternative alternative) {
    if (alternative == null) {
      return "nothing";
    }
    String words = alternative.words();
    return words == null ? "no text" : quoted(words);
  }

  private static String quoted(String words) {
    return "\u201c" + words.strip() + "\u201d";
  }
}
