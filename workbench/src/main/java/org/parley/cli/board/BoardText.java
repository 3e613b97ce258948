package org.parley.cli.board;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.CarriedOut;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.board.word.Basis;
import org.parley.board.word.Stance;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.source.SourceId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;
import org.parley.wording.ActWording;
import org.parley.wording.BoardWording;
import org.parley.wording.Messages;
import org.parley.wording.Phrase;
import org.parley.wording.SourceWording;
import picocli.CommandLine.Help.ColorScheme;

/// Prints a board to a terminal.
final class BoardText {

  private static final int TITLE_WIDTH = 54;
  private static final int LINE_WIDTH = 100;

  private final CaseView view;
  private final Board board;
  private final ColorScheme colours;
  private final Messages messages = Messages.current();
  private final BoardWording wording;

  BoardText(CaseView view, Board board, ColorScheme colours) {
    this.view = view;
    this.board = board;
    this.colours = colours;
    this.wording = new BoardWording(messages, view);
  }

  private String sources(Finding<WeakestSources<AgreedCount>> found) {
    SourceWording words = new SourceWording(messages, view);
    List<SourceId> sources = found.findAnswer().orElseThrow().sources();
    String rests = words.count(found).text();
    return sources.isEmpty()
        ? rests
        : rests
            + " "
            + messages.text(
                "sources.text", "count", sources.size(), "sources", words.publishers(sources));
  }

  void print(
      PrintWriter out,
      Optional<Finding<WeakestSources<AgreedCount>>> restsOn,
      Optional<Movement> movement,
      Optional<PartyId> only) {
    out.println(bold(view.info().title().text()));
    out.println(
        messages.text("board.text.as-of", "day", board.asOf().date())
            + (board.asOf().knownAt().equals(LocalDate.MAX)
                ? ""
                : ", " + messages.text("board.known-on", "day", board.asOf().knownAt())));
    out.println();
    out.println(wrap(wording.summary(board).text(), 0));
    restsOn.ifPresent(found -> out.println(wrap(sources(found), 0)));
    if (only.isPresent()) {
      words(out, only.get());
      return;
    }
    matrix(out);
    states(out);
    chapters(out);
    completeness(out);
    implementation(out);
    quotes(out);
    contradictions(out, "board.text.contradictions", board.contradictions());
    movement.ifPresent(what -> movement(out, what));
  }

  private void matrix(PrintWriter out) {
    out.println();
    StringBuilder head = new StringBuilder(" ".repeat(TITLE_WIDTH + 2));
    List<Integer> widths = new ArrayList<>();
    for (PartyId party : board.columns()) {
      String label = view.get(party).label().text();
      widths.add(Math.max(label.length(), 4));
      head.append(pad(label, widths.getLast())).append("  ");
    }
    out.println(bold(head.toString().stripTrailing()));
    for (Row row : board.shownRows()) {
      StringBuilder line = new StringBuilder(pad(title(row.subject()), TITLE_WIDTH)).append("  ");
      for (int column = 0; column < widths.size(); column++) {
        line.append(pad(symbol(row.cells().get(column)), widths.get(column))).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
    out.println();
    out.println(messages.text("board.text.legend"));
    out.println(messages.text("board.text.legend-hearsay"));
  }

  private static String symbol(Cell cell) {
    boolean hearsay = cell.basis() == Basis.HEARSAY;
    String stance =
        switch (cell.stance()) {
          case AGREED -> hearsay ? "○" : "●";
          case AD_REFERENDUM -> hearsay ? "◑" : "◐";
          case CONDITIONAL -> hearsay ? "◇" : "◆";
          case OPEN -> hearsay ? "□" : "■";
          case REJECTED -> hearsay ? "✕" : "✖";
          case SILENT -> "·";
        };
    String receipt =
        switch (cell.receipt()) {
          case RECEIVED -> "✉";
          case NOT_RECEIVED -> "∅";
          case NO_WORD -> "";
        };
    return stance
        + receipt
        + (cell.preferences().isEmpty() ? "" : "›")
        + (cell.refusals().isEmpty() ? "" : "×")
        + (cell.contested() ? "!" : "");
  }

  private String title(Subject subject) {
    return switch (subject) {
      case Subject.Whole _ -> messages.text("board.text.whole");
      case InstrumentId id -> "  " + view.get(id).label();
      case PointId id -> {
        Point point = view.get(id);
        yield "  ".repeat(view.depthOf(id))
            + String.format("%4s %s", point.number(), point.title());
      }
      case ComponentId id -> {
        Point point = view.pointOf(id);
        yield "     "
            + point.number()
            + ": "
            + point.components().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.title().text())
                .collect(Collectors.joining());
      }
      case ActId id -> new ActWording(messages, view).full(view.get(id)).text();
    };
  }

  /// The state of each instrument to which something has happened.
  private void states(PrintWriter out) {
    ActWording acts = new ActWording(messages, view);
    List<InstrumentState> states =
        board.states().stream().filter(each -> each.phase() != InstrumentPhase.NONE).toList();
    if (states.isEmpty()) {
      return;
    }
    section(out, "acts.states");
    for (InstrumentState each : states) {
      out.println(wrap(view.get(each.instrument()).label() + ": " + acts.state(each).text(), 2));
    }
  }

  /// How much of each chapter is agreed.
  private void chapters(PrintWriter out) {
    boolean isFirst = true;
    for (Point point : view.points()) {
      Optional<Phrase> agreed =
          board.shows(point.id()) ? wording.chapter(board, point.id()) : Optional.empty();
      if (agreed.isPresent()) {
        if (isFirst) {
          section(out, "board.text.chapters");
          isFirst = false;
        }
        out.println(
            wrap(
                point.number()
                    + " "
                    + point.title()
                    + messages.pattern("colon")
                    + agreed.get().text(),
                2 + 2 * view.depthOf(point.id())));
      }
    }
  }

  private void completeness(PrintWriter out) {
    section(out, "board.text.sets");
    boolean weighted = board.completeness().stream().anyMatch(Agreement::isWeighted);
    out.printf(
        "  %-50s %8s %12s %6s %5s %5s %5s %8s%s%n",
        "",
        messages.text("board.text.agreed"),
        messages.text("board.text.own"),
        messages.text("board.text.ad-referendum"),
        messages.text("board.text.conditional"),
        messages.text("board.text.open"),
        messages.text("board.text.rejected"),
        messages.text("board.text.silent"),
        weighted ? "  " + messages.text("board.text.weight") : "");
    List<PartyId> withoutWord = board.withoutWord();
    int leftOut = 0;
    for (Agreement agreement : board.completeness()) {
      if (agreement.parties().stream().anyMatch(withoutWord::contains)) {
        leftOut++;
        continue;
      }
      String names =
          agreement.parties().stream()
              .map(id -> view.get(id).label().text())
              .collect(Collectors.joining(", "));
      out.printf(
          Locale.ROOT,
          "  %-50s %8s %12d %6d %5d %5d %5d %8d%s%n",
          cut(names, 50),
          agreement.agreed() + "/" + agreement.total(),
          agreement.agreedFirstHand(),
          agreement.pointsAt(Stance.AD_REFERENDUM).size(),
          agreement.pointsAt(Stance.CONDITIONAL).size(),
          agreement.pointsAt(Stance.OPEN).size(),
          agreement.pointsAt(Stance.REJECTED).size(),
          agreement.pointsAt(Stance.SILENT).size(),
          weighted ? "  " + agreement.agreedWeight() + "/" + agreement.totalWeight() : "");
    }
    if (leftOut > 0) {
      out.println(
          wrap(
              messages.text(
                  "board.sets.left-out",
                  "count",
                  leftOut,
                  "parties",
                  messages.all(withoutWord.stream().map(id -> view.get(id).label()).toList())),
              2));
    }
    if (board.completeness().stream().anyMatch(Agreement::provisional)) {
      out.println("  " + messages.text("board.text.provisional"));
    }
  }

  private void implementation(PrintWriter out) {
    List<CarriedOut> all = board.implementation();
    if (all.isEmpty()) {
      return;
    }
    section(out, "board.implementation.title");
    for (CarriedOut each : all) {
      out.println(
          wrap(
              wording.name(each).sentence()
                  + messages.pattern("colon")
                  + wording.carriedOut(each).text(),
              2));
    }
  }

  private void quotes(PrintWriter out) {
    if (board.quotedShares().isEmpty()) {
      return;
    }
    section(out, "board.text.quoted");
    for (QuotedShare quote : board.quotedShares()) {
      Claim claim = view.get(quote.claim());
      String share = claim.asserts().findShare().map(Share::said).orElse("");
      out.println(
          "  "
              + messages.text(
                  "board.text.of",
                  "share",
                  bold(share),
                  "subjects",
                  wording.whole(claim).text(),
                  "speaker",
                  speaker(claim))
              + "  ["
              + claim.id()
              + "]");
      out.println(wrap(wording.comparison(quote).text(), 6));
    }
  }

  private String speaker(Claim claim) {
    return messages.text(
        "board.text.speaker",
        "name",
        claim.speaker(),
        "party",
        claim.parties().stream()
            .map(each -> view.get(each).label().text())
            .collect(Collectors.joining(", ")),
        "said",
        claim.said());
  }

  private void contradictions(PrintWriter out, String title, List<Contradiction> list) {
    if (list.isEmpty()) {
      return;
    }
    section(out, title);
    for (Contradiction each : list) {
      out.println(
          wrap(
              "! "
                  + wording.contradiction(each).text()
                  + " ["
                  + each.first()
                  + ", "
                  + each.second()
                  + "]",
              2));
      out.println(
          "      "
              + messages.text(
                  "board.text.on",
                  "subjects",
                  each.subjects().stream()
                          .limit(4)
                          .map(subject -> title(subject).strip())
                          .collect(Collectors.joining("; "))
                      + (each.subjects().size() > 4
                          ? "; "
                              + messages.text(
                                  "board.text.more", "count", each.subjects().size() - 4)
                          : "")));
    }
  }

  private void movement(PrintWriter out, Movement movement) {
    section(out, "board.text.moved");
    if (movement.isEmpty()) {
      out.println("  " + messages.text("board.text.nothing"));
      return;
    }
    movement.states().forEach(each -> moved(out, wording.moved(each)));
    movement.versions().forEach(each -> moved(out, wording.moved(each)));
    ActWording acts = new ActWording(messages, view);
    movement.performed().forEach(each -> moved(out, acts.full(each.act())));
    for (Movement.CompletenessChange change : movement.completeness()) {
      out.println(
          "  "
              + messages.text(
                  "board.moved.count-own",
                  "parties",
                  change.after().parties().stream()
                      .map(id -> view.get(id).label().text())
                      .collect(Collectors.joining(", ")),
                  "before",
                  change.before().agreed(),
                  "after",
                  change.after().agreed(),
                  "total",
                  change.after().total(),
                  "ownBefore",
                  change.before().agreedFirstHand(),
                  "ownAfter",
                  change.after().agreedFirstHand()));
    }
    for (Movement.Change change : movement.changes()) {
      out.printf(
          "  %s, %s: %s -> %s  %s%n",
          title(change.subject()).strip(),
          view.get(change.party()).label(),
          described(change.before()),
          described(change.after()),
          change.newText() == null
              ? change.movedBy()
              : "[" + wording.newText(change.newText()).text() + "]");
    }
    contradictions(out, "board.moved.contradictions", movement.newContradictions());
    contradictions(out, "board.moved.settled", movement.settledContradictions());
  }

  private void moved(PrintWriter out, Phrase words) {
    out.println(wrap(words.sentence(), 2));
  }

  private String described(Cell cell) {
    String stance = messages.text("stance", "stance", cell.stance());
    if (cell.basis() == Basis.HEARSAY) {
      stance = messages.text("board.text.hearsay", "stance", stance);
    }
    return cell.receipt() == Cell.Receipt.NO_WORD
        ? stance
        : messages.text(
            "board.text.received",
            "stance",
            stance,
            "receipt",
            messages.text("receipt", "receipt", cell.receipt()));
  }

  private void words(PrintWriter out, PartyId party) {
    out.println();
    out.println(bold(view.get(party).name().text()));
    for (Row row : board.shownRows()) {
      Cell cell = row.get(party);
      List<ClaimId> claims = new ArrayList<>(cell.claims());
      claims.addAll(cell.receiptClaims());
      cell.preferences().forEach(preference -> claims.add(preference.claim()));
      cell.refusals().forEach(refused -> claims.add(refused.claim()));
      out.println(
          "  "
              + pad(title(row.subject()), TITLE_WIDTH)
              + " "
              + described(cell)
              + (cell.contested() ? "  (" + messages.text("board.text.contradicted") + ")" : ""));
      for (ClaimId id : claims) {
        Claim claim = view.get(id);
        out.println(wrap(speaker(claim) + ": " + claim.words() + " [" + id + "]", 8));
      }
    }
  }

  private void section(PrintWriter out, String key) {
    out.println();
    out.println(bold(messages.text(key)));
  }

  private String bold(String text) {
    return colours.ansi().string("@|bold " + text.replace("|@", "") + "|@");
  }

  private static String pad(String text, int width) {
    String cut = cut(text, width);
    return cut + " ".repeat(width - cut.length());
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static String wrap(String text, int indent) {
    StringBuilder wrapped = new StringBuilder(" ".repeat(indent));
    int column = indent;
    for (String word : text.split(" ")) {
      if (column + 1 + word.length() > LINE_WIDTH && column > indent) {
        wrapped.append(System.lineSeparator()).append(" ".repeat(indent));
        column = indent;
      } else if (column > indent) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString().stripTrailing();
  }
}
