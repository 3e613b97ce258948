package org.parley.web.board;

import java.util.List;
import java.util.stream.Stream;
import org.parley.model.PartyId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.TextVersion;
import org.parley.redline.Move;
import org.parley.redline.TextComparison;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.wording.Messages;
import org.parley.wording.TextMoveWording;

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
    return Frame.of(
        Say.text("texts-of.title", "point", Say.point(point)), open.view().info(), "board");
  }

  /// A move in a sentence.
  ///
  /// @param who the parties that moved; may be none
  public record WordedMove(List<PartyId> who, String words) {
    public WordedMove {
      who = List.copyOf(who);
    }
  }

  /// The moves, in the order of the text.
  public List<WordedMove> moves() {
    TextMoveWording wording = new TextMoveWording(Messages.current(), open.view());
    return wordings.moves().stream()
        .map(each -> new WordedMove(who(each), wording.sentence(each)))
        .toList();
  }

  private static List<PartyId> who(Move move) {
    return switch (move) {
      case Move.Settled settled ->
          Stream.concat(settled.got().stream(), settled.gave().stream()).toList();
      case Move.Opened opened ->
          opened.bracket().alternatives().stream()
              .flatMap(each -> each.holders().stream())
              .distinct()
              .toList();
      case Move.Went went -> List.of(went.party());
      case Move.Reworded reworded -> reworded.after().holders();
      case Move.Redrafted _ -> List.of();
    };
  }
}
