package org.parley.casefile.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.ReadableIds;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.checks.References;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.text.Instrument;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// A case about to be begun.
///
/// @param title its title
/// @param template the kind of negotiation
/// @param language the language of the points, options and steps of a built-in template; one of an
///   institution keeps its own
/// @param parties the names of the parties, in the order of the board; they sign the instruments
///   that name no signatory. One named like a party of the template is that party
public record NewCase(
    String title, CaseTemplate template, Language language, List<String> parties) {

  /// The most parties that a case begins with.
  public static final int MOST_PARTIES = 50;

  /// The most characters of a title or a name.
  public static final int LONGEST_NAME = 200;

  private static final int SHOWN = 40;

  /// A fault of what was entered.
  ///
  /// @param field the field: `title` or `parties`
  public record EntryFault(String field, Complaint complaint) {}

  public NewCase {
    title = title.strip();
    parties = parties.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  /// Everything that is wrong with it; empty if it can be begun.
  public List<EntryFault> faults() {
    List<EntryFault> faults = new ArrayList<>();
    if (title.isEmpty()) {
      faults.add(new EntryFault("title", new Complaint(StartFault.Plain.TITLE_NEEDED)));
    }
    tooLong(title).ifPresent(why -> faults.add(new EntryFault("title", why)));
    if (parties.size() > MOST_PARTIES) {
      faults.add(
          new EntryFault(
              "parties",
              new Complaint(new StartFault.TooManyParties(parties.size(), MOST_PARTIES))));
    }
    Set<String> seen = new HashSet<>();
    for (String party : parties) {
      tooLong(party).ifPresent(why -> faults.add(new EntryFault("parties", why)));
      if (!seen.add(party.toLowerCase(Locale.ROOT))) {
        faults.add(
            new EntryFault("parties", new Complaint(StartFault.Plain.PARTY_NAMED_TWICE, party)));
      }
    }
    return faults;
  }

  private static Optional<Complaint> tooLong(String name) {
    return name.length() <= LONGEST_NAME
        ? Optional.empty()
        : Optional.of(
            new Complaint(
                new StartFault.NameTooLong(name.length(), LONGEST_NAME),
                name.substring(0, SHOWN) + "…"));
  }

  /// The files of the case: names with their texts.
  ///
  /// @throws IllegalStateException if it has faults
  public Map<String, String> files() {
    if (!faults().isEmpty()) {
      throw new IllegalStateException("a case with faults has no files");
    }
    Case stated = stated();
    Set<String> taken = References.declared(stated.records());
    List<CaseRecord> records = new ArrayList<>();
    Set<PartyId> chosen = new LinkedHashSet<>();
    for (String name : parties) {
      Optional<PartyId> known = known(stated, name);
      if (known.isPresent()) {
        chosen.add(known.get());
        continue;
      }
      String slug = ReadableIds.slug(name);
      PartyId id = new PartyId(ReadableIds.free(slug.isEmpty() ? "party" : slug, taken));
      chosen.add(id);
      records.add(
          new Party(
              id,
              LocalizedText.of(name),
              null,
              kind(),
              List.of(),
              null,
              List.of(),
              new Visibility.Public()));
    }
    for (CaseRecord record : stated.records()) {
      records.add(
          record instanceof Instrument text && text.signatories().isEmpty()
              ? text.withSignatories(List.copyOf(chosen))
              : record);
    }
    return CaseWriter.write(Case.of(info(stated.info(), chosen), records));
  }

  private PartyKind kind() {
    return switch (template) {
      case BuiltInTemplate builtIn -> builtIn.parties();
      case FolderTemplate kept -> kept.parties();
    };
  }

  /// The party of the template that has this name, in any of its languages.
  private static Optional<PartyId> known(Case stated, String name) {
    return stated.records().stream()
        .filter(Party.class::isInstance)
        .map(Party.class::cast)
        .filter(
            each ->
                each.name().text().equalsIgnoreCase(name)
                    || each.name().others().values().stream().anyMatch(name::equalsIgnoreCase))
        .map(Party::id)
        .findFirst();
  }

  /// The header: that of the template, without its title and summary, which describe the template.
  private CaseInfo info(CaseInfo stated, Set<PartyId> chosen) {
    Set<PartyId> columns = new LinkedHashSet<>(stated.columns());
    if (!columns.isEmpty()) {
      columns.addAll(chosen);
    }
    return new CaseInfo(
        LocalizedText.of(title),
        null,
        List.copyOf(columns),
        stated.calendar(),
        stated.comparison());
  }

  /// The template as a case.
  private Case stated() {
    return switch (template) {
      case BuiltInTemplate builtIn -> stated(builtIn);
      case FolderTemplate kept -> kept.contents();
    };
  }

  private Case stated(BuiltInTemplate builtIn) {
    String name = language.tag() + "/" + builtIn.word() + ".yaml";
    try (InputStream stream = NewCase.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("there is no template " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return switch (Loader.load(
          new CaseFiles.FolderTexts(List.of(new SourceText(name, text)), List.of(), List.of()))) {
        case LoadResult.Loaded loaded -> loaded.contents();
        case LoadResult.Rejected rejected ->
            throw new IllegalStateException(rejected.problems().getFirst().toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
