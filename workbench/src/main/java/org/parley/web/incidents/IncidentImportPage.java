package org.parley.web.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.party.Party;
import org.parley.model.place.Place;
import org.parley.web.edit.ReaderChoices;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.web.watch.IncidentPage;
import org.parley.wording.GuaranteeWording;

/// The page that takes incidents in: before a file is given, while it is read, and its preview.
///
/// @param frame the page frame
/// @param key the key of the file; empty before it is given
/// @param file the name of the file; empty for pasted rows
/// @param sheet the name of its sheet; empty for none
/// @param notes what of the sheet is not among the rows, in sentences
/// @param state how far the file is; null before it is given
/// @param isStale whether the case changed since the file was read
/// @param troubles what is wrong, in sentences
/// @param readers the visibilities to choose from
/// @param chosen the chosen one
/// @param saved how many incidents were just saved; 0 for none
public record IncidentImportPage(
    Frame frame,
    String key,
    String file,
    String sheet,
    List<String> notes,
    IncidentUpload.@Nullable State state,
    boolean isStale,
    List<String> troubles,
    List<Choice> readers,
    String chosen,
    int saved) {

  private static final int MOST_WORDS = 150;
  private static final int MOST_DUTIES = 50;

  public IncidentImportPage {
    notes = List.copyOf(notes);
    troubles = List.copyOf(troubles);
    readers = List.copyOf(readers);
  }

  /// A word of the file, and what it means.
  ///
  /// @param field the name of its field
  /// @param written the word
  /// @param count how often it was met
  /// @param meant the chosen meaning; empty for none
  /// @param suggested a suggestion, in words; empty for none
  public record WordRow(String field, String written, int count, String meant, String suggested) {}

  /// A duty that would stand otherwise.
  ///
  /// @param state its state, as a key
  public record DutyRow(
      String guarantee, String duty, String incident, String state, String words, String due) {}

  /// The page before a file is given.
  public static IncidentImportPage empty(
      OpenCase open, Visitor visitor, String readers, List<String> troubles, int saved) {
    return new IncidentImportPage(
        frame(open),
        "",
        "",
        "",
        List.of(),
        null,
        false,
        troubles,
        choices(open, visitor),
        readers,
        saved);
  }

  /// The page of a file.
  public static IncidentImportPage of(
      OpenCase open, Visitor visitor, IncidentUpload upload, String readers) {
    IncidentUpload.State state = upload.state();
    List<String> troubles = new ArrayList<>();
    boolean isStale = false;
    switch (state) {
      case IncidentUpload.State.Unusable(var why) -> troubles.add(Say.sentence(why.sentence()));
      case IncidentUpload.State.Shown(IncidentPreview shown, var found) -> {
        isStale = shown.open() != open;
        found.forEach(each -> troubles.add(Say.sentence(each.sentenceWithRecord())));
      }
      case IncidentUpload.State.Working _,
          IncidentUpload.State.Stopped _,
          IncidentUpload.State.Saved _ -> {}
    }
    return new IncidentImportPage(
        frame(open),
        upload.key(),
        upload.file().name(),
        upload.file().sheet(),
        upload.file().notes(),
        state,
        isStale,
        troubles,
        choices(open, visitor),
        readers,
        0);
  }

  private static Frame frame(OpenCase open) {
    return Frame.of(Say.text("incident-import.title"), open.view().info(), "edit");
  }

  private static List<Choice> choices(OpenCase open, Visitor visitor) {
    return ReaderChoices.of(open.view(), visitor, "sheet.readers.", false);
  }

  /// The work that is being done; null for none.
  public IncidentUpload.State.@Nullable Working working() {
    return state instanceof IncidentUpload.State.Working working ? working : null;
  }

  /// Whether somebody stopped it.
  public boolean isStopped() {
    return state instanceof IncidentUpload.State.Stopped;
  }

  /// The file as it was read; null if it was not.
  public @Nullable IncidentPreview preview() {
    return state instanceof IncidentUpload.State.Shown(IncidentPreview shown, _) ? shown : null;
  }

  private IncidentPreview shown() {
    IncidentPreview preview = preview();
    if (preview == null) {
      throw new IllegalStateException("nothing was read");
    }
    return preview;
  }

  /// Where unusable lines begin: by sheet and row in a workbook.
  public String place(SkippedLines lines) {
    long line = lines.origin().line();
    return sheet.isEmpty()
        ? Long.toString(line)
        : Say.text("incident-import.sheet-row", "sheet", sheet, "row", Long.toString(line));
  }

  /// The forms of the file, in words.
  public String forms() {
    return Say.list(
        shown().tally().forms().stream()
            .map((IncidentForm each) -> Say.text("watch.text.form", "form", each))
            .toList());
  }

  /// The words of a category, the most frequent first.
  public List<WordRow> words(About about) {
    IncidentPreview preview = shown();
    Map<String, String> suggestions = about == About.PARTY ? preview.suggestions() : Map.of();
    return preview.met().getOrDefault(about, Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_WORDS)
        .map(each -> row(about, each, suggestions.getOrDefault(each.getKey(), "")))
        .toList();
  }

  private WordRow row(About about, Map.Entry<String, Integer> met, String suggestion) {
    String written = met.getKey();
    String chosen = shown().choices().meaning(about, written);
    String meant =
        about == About.PARTY && chosen.isEmpty()
            ? shown().partyOf(written).map(each -> each.value()).orElse("")
            : chosen;
    return new WordRow(
        about.name().toLowerCase(java.util.Locale.ROOT) + "/" + written,
        written,
        met.getValue(),
        meant,
        suggestion.isEmpty() ? "" : label(suggestion));
  }

  private String label(String party) {
    return shown().open().view().parties().stream()
        .filter(each -> each.id().value().equals(party))
        .map(each -> each.name().text())
        .findFirst()
        .orElse(party);
  }

  /// How many words of a category are not listed.
  public int unlisted(About about) {
    return Math.max(0, shown().met().getOrDefault(about, Map.of()).size() - MOST_WORDS);
  }

  /// The parties that a name may mean, and none of them.
  public List<Choice> parties() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(NameMapping.NOTHING, Say.text("incident-import.no-party")));
    for (Party each : shown().open().view().parties()) {
      choices.add(new Choice(each.id().value(), each.name().text()));
    }
    return choices;
  }

  /// The meanings of a kind: itself, a kind that guarantees name, or nothing.
  public List<Choice> kinds() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", Say.text("incident-import.as-written")));
    shown().kinds().forEach(each -> choices.add(new Choice(each, each.replace('-', ' '))));
    choices.add(new Choice(NameMapping.NOTHING, Say.text("incident-import.left-out")));
    return choices;
  }

  /// The meanings of a place; empty where no guarantee names places.
  public List<Choice> places() {
    List<Choice> choices = new ArrayList<>();
    shown().places().forEach(each -> choices.add(new Choice(each, each)));
    if (!choices.isEmpty()) {
      choices.addFirst(new Choice("", Say.text("incident-import.as-written")));
    }
    return choices;
  }

  /// The areas on record, to choose one.
  public List<Choice> areas() {
    List<Choice> choices = new ArrayList<>();
    for (Place each : shown().open().view().places()) {
      if (each.geometry().form().isArea()) {
        choices.add(new Choice(each.id().value(), each.title().text()));
      }
    }
    if (!choices.isEmpty()) {
      choices.addFirst(new Choice("", Say.text("incident-import.anywhere")));
    }
    return choices;
  }

  /// The first duties that would stand otherwise.
  public List<DutyRow> duties() {
    GuaranteeWording words = GuaranteeWording.of(shown().after());
    return shown().fired().duties().stream()
        .filter(each -> isAdded(each.verdict()))
        .limit(MOST_DUTIES)
        .map(each -> row(words, each))
        .toList();
  }

  private boolean isAdded(DutyVerdict verdict) {
    return !shown().choices().isOnlyTouching()
        || shown().fired().touched().contains(verdict.duty().incident());
  }

  private DutyRow row(GuaranteeWording words, FiredDuties.FiredDuty fired) {
    DutyVerdict verdict = fired.verdict();
    String incident = verdict.duty().incident();
    return new DutyRow(
        words.title(verdict.duty().guarantee()),
        words.duty(verdict),
        shown().after().find(incident).orElse(null)
                instanceof Incident(IncidentId _, var title, _, _, _)
            ? title.text()
            : incident,
        Say.key(verdict.state()),
        words.state(verdict.state()),
        verdict.state().isOpen() || fired.isBroken() ? IncidentPage.due(verdict) : "");
  }

  /// The states that duties would stand in, those of most duties first.
  public List<String> states() {
    GuaranteeWording words = GuaranteeWording.of(shown().after());
    return shown().fired().tally().entrySet().stream()
        .sorted(
            Map.Entry.<Lifecycle, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            each ->
                Say.text(
                    "watch.tally", "count", each.getValue(), "state", words.state(each.getKey())))
        .toList();
  }

  /// How many of the incidents that would be added no guarantee answers to.
  public long untouched() {
    return shown().added().incidents().stream()
        .filter(each -> !shown().fired().touched().contains(each.id().value()))
        .count();
  }

  /// Why lines were set aside, in a sentence.
  public String why(SkippedLines lines) {
    return Say.sentence(lines.why().sentence());
  }
}
