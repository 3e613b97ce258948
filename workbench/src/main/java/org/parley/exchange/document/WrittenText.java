package org.parley.exchange.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.clause.TextChecks;
import org.parley.clause.TextEdit;
import org.parley.document.BracketPrinter;
import org.parley.document.DocumentText;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Party;
import org.parley.model.text.Instrument;
import org.parley.provision.HolderNames;
import org.parley.redline.DocumentComparison;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// A text as it is written to a file.
///
/// @param view the case
/// @param instrument its instrument
/// @param version the version written
/// @param against the version that changes are shown against; null for none
/// @param text its tree
/// @param earlier the tree of the version it is compared with; null for none
/// @param asOf the last day on record
public record WrittenText(
    CaseView view,
    Instrument instrument,
    AvailableText version,
    @Nullable AvailableText against,
    DocumentText text,
    @Nullable DocumentText earlier,
    LocalDate asOf) {

  /// Does not depend on the language of a reader.
  private static final BracketPrinter PLAIN = new BracketPrinter(PartyId::value, "no text");

  /// Prints brackets with the names of holders.
  ///
  /// @param language the language of the text; null if it is not on record
  public static BracketPrinter printer(CaseView view, @Nullable String language) {
    Language said =
        language == null ? Language.current() : Language.find(language).orElse(Language.current());
    return new BracketPrinter(
        id -> view.find(id).map(WrittenText::name).orElse(id.value()),
        Messages.of(said).text("text.no-text"));
  }

  /// The name of a party as a bracket has it.
  private static String name(Party party) {
    return (party.shortName() == null ? party.name() : party.shortName()).text();
  }

  /// Prints the brackets of this text.
  public BracketPrinter printer() {
    return printer(view, text.language());
  }

  /// The name of a party.
  public String name(PartyId party) {
    return printer().names().apply(party);
  }

  /// Its paragraphs, with what changed.
  public DocumentComparison comparison() {
    return earlier == null
        ? DocumentComparison.alone(text, printer())
        : DocumentComparison.between(earlier, text, printer());
  }

  /// The comments on its changes.
  public ChangeComments comments() {
    return ChangeComments.of(this);
  }

  /// Its changes as an edit, in every language; of itself if it is compared with none.
  public TextEdit edit() {
    AvailableText from = against == null ? version : against;
    return new TextEdit(
        earlier == null ? text : earlier,
        others(from, earlier == null ? text : earlier),
        text,
        others(version, text),
        comparison(),
        HolderNames.of(view.parties())::find);
  }

  /// Doubts about it.
  public TextChecks checks() {
    return TextChecks.of(text, others(version, text), HolderNames.of(view.parties())::find);
  }

  /// The further languages of a text that is on record whole.
  private List<DocumentText> others(AvailableText of, DocumentText shown) {
    if (of.whole() == null) {
      return List.of();
    }
    InstrumentTexts texts = InstrumentTexts.of(view, instrument);
    return of.languages().stream()
        .filter(each -> !each.equals(shown.language()))
        .map(each -> texts.read(of, each))
        .toList();
  }

  /// Its title.
  public String title() {
    return instrument.title().text();
  }

  /// The version with its date, and that it is compared with.
  public String versionLine() {
    return against == null
        ? Messages.current()
            .text("whole-text.version", "version", version.version(), "date", version.date())
        : Messages.current()
            .text(
                "whole-text.versions",
                "version",
                version.version(),
                "date",
                version.date(),
                "before",
                against.version(),
                "day",
                against.date());
  }

  /// The SHA-256 digest of its words, brackets and holders, in hexadecimal.
  public String digest() {
    try {
      byte[] words = PLAIN.print(text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The day of the version, if it is one of the calendar.
  public LocalDate day() {
    LocalDate day = version.date().earliestDay();
    return day.getYear() >= 1 && day.getYear() <= 9999 ? day : LocalDate.of(1, 1, 1);
  }

  /// Whether it is written from right to left.
  public boolean isRightToLeft() {
    String language = text.language();
    return language != null && language.matches("(?:ar|fa|he|ur|ps|sd|ug|yi)(?:-.*)?");
  }
}
