package org.parley.clause;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.document.BracketPrinter;
import org.parley.document.DocumentReader;
import org.parley.document.DocumentText;
import org.parley.model.PartyId;
import org.parley.redline.DocumentComparison;

/// Edits of texts, and their consequences in short.
public final class Edits {

  private static final Map<String, PartyId> PARTIES =
      Map.of("arda", new PartyId("arda"), "bel", new PartyId("bel"), "cora", new PartyId("cora"));
  private static final BracketPrinter PRINTER = new BracketPrinter(PartyId::value, "no text");

  private Edits() {}

  /// A text in the test resources.
  static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Edits.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static Optional<PartyId> party(String name) {
    return Optional.ofNullable(
        PARTIES.get(name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "")));
  }

  public static DocumentText read(String text, @Nullable String language) {
    return DocumentReader.read(text, language, Edits::party);
  }

  public static List<Consequence> of(String before, String after) {
    return of(before, after, "en");
  }

  static List<Consequence> of(String before, String after, @Nullable String language) {
    return of(read(before, language), List.of(), read(after, language), List.of());
  }

  static List<Consequence> of(
      DocumentText before,
      List<DocumentText> othersBefore,
      DocumentText after,
      List<DocumentText> othersAfter) {
    return EditConsequences.of(
        new TextEdit(
            before,
            othersBefore,
            after,
            othersAfter,
            DocumentComparison.between(before, after, PRINTER),
            Edits::party));
  }

  /// A line each, in order: `art_3__para_1 clock LOST within 30 days of signature >`.
  public static List<String> said(List<Consequence> consequences) {
    return consequences.stream().map(Edits::said).sorted().toList();
  }

  private static String said(Consequence each) {
    String what =
        switch (each) {
          case Consequence.ClauseAppears it -> "appears " + force(it.clause());
          case Consequence.ClauseDisappears it -> "disappears " + force(it.clause());
          case Consequence.ForceChanged it ->
              it.turn() + " " + force(it.before()) + " > " + force(it.after());
          case Consequence.ClockChanged it ->
              "clock " + it.turn() + " " + arrow(words(it.old()), words(it.now()));
          case Consequence.ConditionChanged it -> "condition " + arrow(it.old(), it.now());
          case Consequence.WhoChanged it -> "who " + arrow(it.before().who(), it.after().who());
          case Consequence.ActChanged it -> "act " + arrow(it.old(), it.now());
          case Consequence.ScopeChanged it -> "scope " + arrow(words(it.old()), words(it.now()));
          case Consequence.RoleChanged it ->
              it.role().name().toLowerCase(Locale.ROOT) + " " + arrow(it.old(), it.now());
          case Consequence.FigureChanged it -> "figure " + arrow(words(it.old()), words(it.now()));
          case Consequence.ReferenceBroken it -> "broken " + it.reference().words();
          case Consequence.ReferenceMended it -> "mended " + it.reference().words();
          case Consequence.ReferenceShifted it ->
              "shifted " + arrow(target(it.before()), target(it.after()));
          case Consequence.TermUndefined it -> "undefined " + it.use().term();
          case Consequence.TermRedefined it -> "redefined " + it.after().term();
          case Consequence.TermSettled it -> "settled " + it.use().term();
          case Consequence.LanguagesDiffer it -> "differ " + figures(it.difference());
          case Consequence.LanguagesAgree it -> "agree " + figures(it.difference());
        };
    return each.at().element().id() + " " + what;
  }

  private static String force(NormClause clause) {
    return clause.force().name();
  }

  private static String arrow(@Nullable String old, @Nullable String now) {
    return Objects.requireNonNullElse(old, "-") + " > " + Objects.requireNonNullElse(now, "-");
  }

  private static String words(@Nullable Clock clock) {
    return clock == null ? "-" : clock.words();
  }

  private static String words(@Nullable ScopeWord scope) {
    return scope == null ? "-" : scope.words();
  }

  private static String words(@Nullable Figure figure) {
    return figure == null ? "-" : figure.words();
  }

  private static String target(Reference reference) {
    return Objects.requireNonNull(reference.target()).id();
  }

  private static String figures(LanguageDifference difference) {
    return difference.language()
        + difference.figures()
        + " "
        + difference.other()
        + difference.otherFigures();
  }

  /// The same consequences seen from the other side.
  public static List<String> mirrored(List<Consequence> consequences) {
    List<String> mirrored = new ArrayList<>();
    for (String each : said(consequences)) {
      String[] parts = each.split(" ", 2);
      mirrored.add(mirrored(parts[1]));
    }
    mirrored.sort(null);
    return mirrored;
  }

  /// The consequences without their places.
  public static List<String> placeless(List<Consequence> consequences) {
    return said(consequences).stream().map(each -> each.split(" ", 2)[1]).sorted().toList();
  }

  private static String mirrored(String what) {
    String[][] turns = {
      {"appears ", "disappears "},
      {"WEAKER ", "STRONGER "},
      {"SETTLED ", "REOPENED "},
      {"clock LOST ", "clock GAINED "},
      {"clock LONGER ", "clock SHORTER "},
      {"broken ", "mended "},
      {"undefined ", "settled "},
      {"differ ", "agree "}
    };
    String turned = what;
    for (String[] each : turns) {
      if (what.startsWith(each[0])) {
        turned = each[1] + what.substring(each[0].length());
      } else if (what.startsWith(each[1])) {
        turned = each[0] + what.substring(each[1].length());
      }
    }
    int arrow = turned.indexOf(" > ");
    if (arrow < 0) {
      return turned;
    }
    int head = head(turned);
    return turned.substring(0, head)
        + turned.substring(arrow + 3)
        + " > "
        + turned.substring(head, arrow);
  }

  private static int head(String what) {
    var kind =
        java.util.regex.Pattern.compile(
                "^(?:clock [A-Z]+ |condition |who |act |members |recipient |scope |figure |shifted |[A-Z]+ )")
            .matcher(what);
    return kind.find() ? kind.end() : 0;
  }
}
