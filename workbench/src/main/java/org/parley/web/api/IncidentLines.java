package org.parley.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintAnswer;
import org.parley.answer.guarantees.GuaranteeAnswers;
import org.parley.answer.guarantees.GuaranteeAnswers.DutyAnswer;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.sheet.DayOrder;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.checks.References;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.incidents.ImportChoices;
import org.parley.web.incidents.IncidentPreview;
import org.parley.web.incidents.IncidentReading;
import org.parley.web.incidents.SentFile;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.view.BadQuery;
import org.parley.web.view.OpenCase;
import org.parley.wording.Complaint;
import tools.jackson.databind.JsonNode;

/// The address that takes files of incidents in.
final class IncidentLines {

  /// A file of incidents.
  ///
  /// @param map what its words mean, a line each: `party Borland = BB`
  /// @param area the id of a place on record
  /// @param days which number of a date such as 03/04/2025 is the day: `day-first`, `month-first`
  /// @param touching whether incidents that no guarantee answers to are left out
  /// @param save whether the incidents are saved; else they are only shown
  record IncidentsInput(
      String text,
      @Nullable String file,
      @Nullable String map,
      @Nullable String from,
      @Nullable String to,
      @Nullable String area,
      @Nullable String days,
      @Nullable Boolean touching,
      @Nullable Boolean save,
      @Nullable String why) {}

  /// A file of incidents as it was read.
  ///
  /// @param onRecord how many records are on record already, by the same id
  /// @param left how many records are out of the days, the area and the kinds that were asked for
  /// @param duties the duties that stand otherwise with the new records
  record ImportedIncidentsAnswer(
      List<IncidentForm> forms,
      long lines,
      List<Id> incidents,
      List<Id> entries,
      int onRecord,
      int left,
      List<NameInFile> names,
      List<LineFault> faults,
      List<DutyAnswer> duties,
      boolean saved) {}

  /// A name of a file.
  ///
  /// @param party the party that it means; absent if it is none
  record NameInFile(String name, int count, @Nullable PartyId party) {}

  /// Lines of a file that cannot be used.
  ///
  /// @param line the first of them, from 1
  record LineFault(long line, String text, ComplaintAnswer complaint) {}

  private static final IncidentReading.ReadingProgress UNWATCHED =
      new IncidentReading.ReadingProgress() {
        @Override
        public void at(IncidentReading.ReadingStep step, int percent) {
          // nobody looks
        }

        @Override
        public boolean mustStop() {
          return false;
        }
      };

  private IncidentLines() {}

  static List<Line> lines() {
    return List.of(
        Line.change(
                "POST",
                "/api/import/incidents",
                "changes",
                "importIncidents",
                "takes a file of incidents in")
            .forMediators()
            .sent(IncidentsInput.class)
            .answers(ImportedIncidentsAnswer.class, IncidentLines::take));
  }

  private static Reply take(Asked asked) {
    JsonNode body = asked.body(IncidentsInput.class);
    IncidentPreview read = read(asked, body);
    if (!body.path("save").asBoolean(false) || read.edits().isEmpty()) {
      return Reply.of(answer(read, false));
    }
    SaveOutcome saving =
        asked.cases().change(asked.visitor(), read.edits(), Asked.text(body, "why"), Map.of());
    return saving instanceof SaveOutcome.Saved
        ? Reply.of(answer(read, true))
        : ChangeLines.reply(asked, saving, read.edits());
  }

  private static IncidentPreview read(Asked asked, JsonNode body) {
    try {
      return IncidentReading.of(
          SentFile.of(Asked.text(body, "file"), Asked.text(body, "text")),
          choices(asked, body),
          target(asked),
          UNWATCHED);
    } catch (UnusableRecordException e) {
      throw refused("text", e.why());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportChoices choices(Asked asked, JsonNode body) {
    return new ImportChoices(
        words(asked, Asked.text(body, "map")),
        Asked.text(body, "from"),
        Asked.text(body, "to"),
        Asked.text(body, "area"),
        body.path("touching").asBoolean(false),
        DayOrder.of(Asked.text(body, "days")),
        "");
  }

  /// @throws BadQuery with a line that maps nothing, or a party that the case has not
  private static Map<About, Map<String, String>> words(Asked asked, String map) {
    try {
      Map<About, Map<String, String>> words = NameMapping.words(map);
      for (String party : words.getOrDefault(About.PARTY, Map.of()).values()) {
        if (!party.equals(NameMapping.NOTHING)
            && asked.open().view().find(new PartyId(party)).isEmpty()) {
          throw BadQuery.ofBody(
              "map", "there is no party \"" + party + "\"", "Maybe add it first.");
        }
      }
      return words;
    } catch (UnusableRecordException e) {
      throw refused("map", e.why());
    } catch (InvalidValueException e) {
      throw refused("map", Complaint.of(e));
    }
  }

  private static BadQuery refused(String key, Complaint why) {
    return BadQuery.ofBody(key, why.message(), why.advice() + ".");
  }

  private static IncidentReading.Target target(Asked asked) {
    OpenCase open = asked.open();
    Set<String> taken = new HashSet<>(References.declared(open.view().records()));
    for (CaseRecord each : asked.cases().setAside().records()) {
      taken.add(each.id().value());
    }
    return new IncidentReading.Target(open, taken, Rights.defaultVisibility(asked.visitor()));
  }

  private static ImportedIncidentsAnswer answer(IncidentPreview read, boolean isSaved) {
    GuaranteeAnswers duties = new GuaranteeAnswers(read.after());
    return new ImportedIncidentsAnswer(
        List.copyOf(read.tally().forms()),
        read.tally().lines(),
        read.added().incidents().stream().map(CaseRecord::id).map(Id.class::cast).toList(),
        read.added().entries().stream().map(CaseRecord::id).map(Id.class::cast).toList(),
        read.added().onRecord(),
        read.added().outside(),
        read.met().getOrDefault(About.PARTY, Map.of()).entrySet().stream()
            .map(
                each ->
                    new NameInFile(
                        each.getKey(), each.getValue(), read.partyOf(each.getKey()).orElse(null)))
            .toList(),
        read.faults().stream().map(IncidentLines::fault).toList(),
        read.fired().duties().stream().map(each -> duties.duty(each.verdict())).toList(),
        isSaved);
  }

  private static LineFault fault(SkippedLines lines) {
    return new LineFault(
        lines.origin().line(),
        Objects.requireNonNullElse(lines.text(), ""),
        ComplaintAnswer.of(lines.why()));
  }
}
