package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.yaml.SourceText;

/// Wrong cases, one change each to the example of the reference: what stands there, what takes its
/// place, and what `parley check` says. The published schema refuses every one of them too.
class WrongCasesTest {

  private static final Path PAGE = Path.of("../docs/reference/case-folder.md");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(CaseSchema.text());

  /// The kind of record, what stands in the example, what is put there, what the check says.
  private static final String[][] TABLE = {
    // dates
    {"claims", "said: 2025-12-01", "said: 2025-13-01", "not a date: \"2025-13-01\""},
    {"claims", "said: 2025-12-04", "said: 2025-02-30", "not a date: \"2025-02-30\""},
    {"claims", "known: 2025-12-02", "known: yesterday", "not a date: \"yesterday\""},
    {"sources", "date: 2025-12-05", "date: 5 December 2025", "not a date: \"5 December 2025\""},
    {"meetings", "date: 2025-12-01", "date: true", "not a date: \"true\""},
    {"items", "decided: 2025-12-03", "decided: 2025-12-03T25:00Z", "not a date"},
    {"items", "arrived: 2025-12-04", "arrived: 25", "not a date: \"25\""},
    {"instruments", "2026-01/2026-03~", "2026-01/2026-25", "not a date: \"2026-01/2026-25\""},
    {"points", "date: 2025-11~", "date: 2025-11!", "not a date: \"2025-11!\""},
    {"logEntries", "occurred: 2026-05-01", "occurred: ../..", "not a date: \"../..\""},
    {"coverageQuestions", "from: 2026-04-01", "from: 0000", "not a date: \"0000\""},
    // ranks, weights and other numbers
    {"positions", "rank: 1", "rank: 0", "a rank is 1 or more: \"0\""},
    {"positions", "rank: 1", "rank: first", "not a whole number: \"first\""},
    {"positions", "rank: 1", "rank: 1.5", "not a whole number: \"1.5\""},
    {"points", "weight: 2", "weight: 0", "a weight is 1 or more: \"0\""},
    {"positions", "weight: 30", "weight: -1", "a weight is not negative: \"-1\""},
    {"positions", "p2-toll: 0..10", "p2-toll: up to 10", "not a worth: \"up to 10\""},
    {"baselines", "worth: 20..25", "worth: 20.5", "not a worth: \"20.5\""},
    {"instruments", "atLeast: 2", "atLeast: 0", "so many cannot sign"},
    {"contributions", "amount: 12", "amount: -12", "less than nothing: \"-12\""},
    {
      "contributions", "currency: EUR, least: 5000000", "currency: euro, least: 5000000", "ISO 4217"
    },
    {"contributions", "least: 5000000", "least: -5000000", "less than nothing: \"-5000000\""},
    {"contributions", "most: 6000000", "most: about 6000000", "not a whole number"},
    {"needs", "amount: 20", "amount: many", "not a whole number: \"many\""},
    {"guarantees", "groups: 2", "groups: 0", "a number of sources below 1: \"0\""},
    {"guarantees", "times: 3", "times: 0", "a count of less than 1: \"0\""},
    {"guarantees", "needed: 1", "needed: 0", "as many votes cannot be needed"},
    {"steps", "worth: {AA: 5", "worth: {AA: five", "not a whole number: \"five\""},
    // shares
    {"claims", "complete: 90 %", "complete: 101 %", "not a share: \"101 %\""},
    {"claims", "complete: 90 %", "complete: 90", "not a share: \"90\""},
    {"claims", "complete: 90 %", "complete: 0.9", "not a share: \"0.9\""},
    {"claims", "complete: 90 %", "complete: 18 of 0", "not a share: \"18 of 0\""},
    {"claims", "complete: 90 %", "complete: 18/20", "not a share: \"18/20\""},
    {"forecasts", "chance: 62.5 %", "chance: 101 %", "not a probability: \"101 %\""},
    {"forecasts", "chance: 62.5 %", "chance: 62.5", "not a probability: \"62.5\""},
    {"forecasts", "chance: 62.5 %", "chance: 1/0", "not a probability: \"1/0\""},
    {"forecasts", "forecaster: A. Analyst", "forecaster: \" \"", "no forecaster"},
    {"forecasts", "about: [treaty, annex]", "about: [treaty, treaty]", "named twice: \"treaty\""},
    // periods and lengths of time
    {"guarantees", "length: 24 hours", "length: 24 huors", "no unit of time: \"huors\""},
    {"guarantees", "length: 7 days", "length: 7", "not a length of time: \"7\""},
    {"guarantees", "lasts: 10 years 6 months", "lasts: 10 years 6 hours", "hours and days mixed"},
    {"guarantees", "grace: 2 days", "grace: two days", "not a length of time: \"two days\""},
    {"guarantees", "automatic: 72 hours", "automatic: PT72H", "not a length of time: \"PT72H\""},
    {"steps", "least: P30D", "least: 30 days", "not a period: \"30 days\". Maybe write P30D"},
    {"demands", "most: P3M", "most: P3X", "not a period: \"P3X\""},
    // words of a choice
    {"parties", "roles: signatory", "roles: signatry", "Maybe you meant \"signatory\""},
    {"instruments", "event: initialled", "event: initialed", "Maybe you meant \"initialled\""},
    {"claims", "asserts: agreed", "asserts: agreeed", "Maybe you meant \"agreed\""},
    {"guarantees", "force: respect", "force: respects", "Maybe you meant \"respect\""},
    {"guarantees", "lastInstant: too-late", "lastInstant: late", "not a last instant: \"late\""},
    {"guarantees", "severity: {estimate: low", "severity: {estimate: lowest", "not an estimate"},
    {"guarantees", "clockFrom: notice", "clockFrom: notise", "Maybe you meant \"notice\""},
    {
      "contributions",
      "domain: logistics\n    amount: 12",
      "domain: logistic\n    amount: 12",
      "log"
    },
    {"steps", "level: minimal", "level: minimum", "not a"},
    {"linkages", "tie: {never:", "tie: {nevr:", "Maybe you meant \"never\""},
    {
      "guarantees",
      "trigger: {happens: {kinds: toll}}",
      "trigger: {hapens: {kinds: toll}}",
      "happens"
    },
    {
      "guarantees", "{kinds: damage, actors:", "{kind: damage, actors:", "Maybe you meant \"kinds\""
    },
    {"terms", "words: ready for traffic", "word: ready for traffic", "there is no such key"},
    {"logEntries", "met: true", "met: yes", "neither true nor false: \"yes\""},
    // ids, codes and places
    {"incidents", "id: flood,", "id: the flood,", "not an id: \"the flood\""},
    {"incidents", "\"48.59, 37.99\"", "\"98.59, 37.99\"", "not a place on the map"},
    {"places", "\"Point\"", "\"Spot\"", "no type of geometry: \"Spot\""},
    {"places", "geometry: '{", "geometry: 'POINT {", "no JSON from character 1 on"},
    {"places", "title: The bridge\n", "title: \" \"\n", "no title"},
    {"rounds", "when: closing-hour", "when: closing-huor", "Maybe you meant \"closing-hour\""},
    {"rounds", "parties: [AA, BB]\n", "parties: [AA]\n", "fewer than two parties answer"},
    {"rounds", "points: [p1, p2]", "points: []", "a round about no point"},
    {"rounds", "title: First round on the lights", "title: \" \"", "no title"},
    {"rounds", "reveals: [turnout, count", "reveals: [turnout, turnout", "named twice"},
    {"rounds", "opens: 2026-01-10T09:00+02:00", "opens: 2026-01-10", "not a moment"},
    {"rounds", "closes: 2026-01-12T18:00+02:00", "closes: 2026-13-12T18:00Z", "not a moment"},
    {
      "tabledPackages", "version: 2\n    amends", "version: 0\n    amends", "a version is 1 or more"
    },
    {"tabledPackages", "title: A width in metres", "title: \" \"", "no title"},
    {"tabledPackages", "provisions: {point: p4, value: 250}", "provisions: []", "settles nothing"},
    {"comments", "decision: resolved", "decision: resolve", "Maybe you meant \"resolved\""},
    {"comments", "made: 2026-01-12T09:30+02:00", "made: yesterday", "not a moment"},
    {"comments", "element-change: {", "element-chnge: {", "Maybe you meant \"element-change\""},
    {"tasks", "due: 2026-01-20", "due: soon", "not a date"},
    {"tasks", "title: Print the text", "title: \" \"", "no title"},
    {"pairwiseComparisons", "told: 2026-01-10", "told: someday", "not a date"},
    {"baselines", "visibility: {party: AA}", "visibility: {parties: [AA]}", "fewer than two"},
    {"indicators", "topic: food", "topic: foods", "Maybe you meant \"food\""},
    {"indicators", "delayDays: 5", "delayDays: -5", "a delay below zero"},
    {"indicators", "sha256: 9f86d0", "sha256: 9F86D0", "not a SHA-256 digest"},
    {"indicators", "rows: 3", "rows: 0", "fewer than one row"},
    {"indicators", "unit: crowns per tonne", "unit: \" \"", "no unit"},
    {"indicators", "2025-11 201.5", "2025-11-03 201.5", "not as precise as 2025-10"},
    {"indicators", "2025-11 201.5", "2025-11 201,5", "no exact number"},
    {"indicators", "2025-11 201.5", "2025-13 201.5", "no day, month or year in line 2"},
    {"indicators", "value: 210.5", "value: 1.210.5", "a number with separators"},
    {"parties", "iso3166: ALA", "iso3166: AX", "not an ISO 3166-1 alpha-3 code: \"AX\""},
    {"points", "topics: [Bord]", "topics: [borders]", "not a PA-X topic code: \"borders\""},
    {
      "sources",
      "language: en\n    reliability: C",
      "language: English please\n    reliability: C",
      "BCP"
    },
    {"guarantees", "zone: UTC", "zone: \"Kyiv, summer\"", "no such time zone"},
    {"case", "zone: Europe/Stockholm", "zone: \"Stockholm time\"", "Stockholm time"},
    // lists and texts
    {"claims", "about: whole", "about: []", "a claim about nothing"},
    {"guarantees", "ties: [fulfilment, voiding, ", "ties: [fulfilment, ", "goes first"},
    {"instruments", "always: [AA, BB]", "always: [AA, AA]", "named twice: \"AA\""},
    {
      "coverageQuestions",
      "threats:\n      - {title: Damage, kind: damage, by: AA, \"on\": BB, place: river-bridge,"
          + " traits: deliberate}\n      - {title: The bridge is closed, kind: closure}\n"
          + "      - {title: A toll is raised, kind: toll}",
      "threats: []",
      "no threat"
    },
    {"meetings", "title: On the bridge", "title: \" \"", "no title"},
    {"acts", "kind: put-to-vote", "kind: voted", "Maybe"},
    {"acts", "inFavour: 18", "inFavour: -18", "not a number of votes"},
    {
      "acts",
      "question: Whether to approve the treaty of the bridge",
      "question: \" \"",
      "no question"
    },
    {"acts", "date: 2025-12-20", "date: 20 December", "not a date"},
    {"needs", "title: Engineers", "title: \"\"", "no title"},
    {"guarantees", "assumed: {liability:", "assumed: {liabilty:", "Maybe you meant \"liability\""},
    {"case", "title: The bridge\n", "title: \"The\\u0007 bridge\"\n", "a control character"},
    {"parties", "name: Beland", "name: \"Be\\u202Eland\"", "overrides the direction of text"},
    {"claims", "quote: The hours are agreed", "quote: \"The \\uD800\"", "an unpaired surrogate"},
    {"guarantees", "title: No toll is raised", "title: \"No\\0 toll\"", "a control character"},
    {
      "claims",
      "conditional: the League pays for the lights",
      "conditional: \"if \\u009b\"",
      "a control character"
    },
  };

  private static String example() {
    try {
      Matcher fence =
          Pattern.compile("(?s)```yaml case/case.yaml\\n(.*?)```").matcher(Files.readString(PAGE));
      assertTrue(fence.find());
      return fence.group(1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> faults(String text) {
    return SCHEMA.validate(text, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  private static LoadResult load(String text) {
    return Loader.load(
        new CaseFiles.FolderTexts(
            List.of(new SourceText("case.yaml", text)), List.of(), List.of()));
  }

  @Test
  void theExampleIsRight() {
    assertTrue(load(example()) instanceof LoadResult.Loaded);
    assertEquals(List.of(), faults(example()));
  }

  @Test
  void everyWrongCaseIsRefusedByTheCheckAndByTheSchema() {
    String right = example();
    List<String> missed = new ArrayList<>();
    for (String[] line : TABLE) {
      int at = right.indexOf(line[1]);
      assertTrue(at >= 0, "not in the example: " + line[1]);
      String wrong = right.substring(0, at) + line[2] + right.substring(at + line[1].length());
      if (!(load(wrong) instanceof Rejected rejected)) {
        missed.add("passes the check: " + line[2]);
      } else if (rejected.problems().stream()
          .noneMatch(each -> each.toString().contains(line[3]))) {
        missed.add(line[2] + ": " + rejected.problems());
      } else if (rejected.problems().stream().allMatch(each -> each.place().line() == 0)) {
        missed.add("without a place: " + rejected.problems());
      }
      if (faults(wrong).isEmpty()) {
        missed.add("passes the schema: " + line[2]);
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void theTableHasEveryKindOfRecord() {
    Set<String> kinds = new HashSet<>(Kinds.topKeys());
    for (String[] line : TABLE) {
      kinds.remove(line[0]);
    }
    assertEquals(Set.of(), kinds);
  }
}
