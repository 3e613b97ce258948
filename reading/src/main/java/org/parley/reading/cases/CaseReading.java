package org.parley.reading.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Subject;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Proposal;
import org.parley.reading.QuotationFilter;
import org.parley.reading.Reader;
import org.parley.reading.ReaderUnavailableException;

/// A text read for a case: its source, and every proposal with its record.
///
/// @param reading what was read
/// @param source the source, existing or new
/// @param isKnownSource whether the source is on record already
/// @param grounds the reason of its grade
/// @param candidates the proposals, in the order of the text
public record CaseReading(
    ArticleReading reading,
    Source source,
    boolean isKnownSource,
    GradeReason grounds,
    List<Candidate> candidates) {

  /// A line with metadata of the text, not content.
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)(published|updated|posted|modified|date|dateline|source|author|by)\\b ?:? .{0,80}"
              + "|\\d{1,2}(st|nd|rd|th)? \\p{L}{3,9}\\.?,? \\d{4}.{0,20}"
              + "|\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}.{0,20}|\\d{4}-\\d{2}-\\d{2}.{0,20}");

  public CaseReading {
    candidates = List.copyOf(candidates);
  }

  /// The reason of its grade, in English and without a full stop.
  public String whyReliable() {
    return grounds.words();
  }

  /// Reads an article for what `view` holds.
  public static CaseReading of(CaseView view, Article article, Reader reader)
      throws ReaderUnavailableException {
    return of(view, ArticleReading.of(article, reader));
  }

  /// The candidates of a reading for the case in `view`.
  public static CaseReading of(CaseView view, ArticleReading reading) {
    return of(new KnownNames(view), reading);
  }

  /// The same for one of many texts.
  public static CaseReading of(KnownNames names, ArticleReading reading) {
    CaseView view = names.view();
    Article article = reading.article();
    Source known = known(view, article);
    List<Source> relayed = relayed(view, article);
    List<String> outlets = relayed.stream().map(Source::publisher).distinct().toList();
    Reliabilities.Graded graded = Reliabilities.of(view, reading, outlets);
    Source source = known != null ? known : source(view, article, graded, relayed);
    RecordMapping mapping = new RecordMapping(names, article, source.id());
    List<Candidate> candidates = new ArrayList<>();
    for (Proposal each : reading.proposals()) {
      candidates.add(mapping.candidate(candidates.size() + 1, each));
    }
    return new CaseReading(
        reading,
        source,
        known != null,
        known != null ? new GradeReason.OnRecord(known.id()) : graded.why(),
        candidates);
  }

  /// The same with one proposed claim corrected.
  public CaseReading corrected(
      CaseView view, int number, PartyId party, Subject about, Assertion asserts, Edtf said) {
    RecordMapping mapping = new RecordMapping(new KnownNames(view), reading.article(), source.id());
    List<Candidate> all = new ArrayList<>();
    for (Candidate each : candidates) {
      if (each.record() != null && each.number() != number) {
        mapping.take(each.record().id().value());
      }
    }
    for (Candidate each : candidates) {
      all.add(
          each.number() == number ? mapping.corrected(each, party, about, asserts, said) : each);
    }
    return new CaseReading(reading, source, isKnownSource, grounds, all);
  }

  /// The claims of these numbers as far as they are told, by number.
  public Map<Integer, ClaimDraft> drafts(CaseView view, Collection<Integer> numbers) {
    return drafts(new KnownNames(view), numbers);
  }

  /// The same for one of many texts.
  public Map<Integer, ClaimDraft> drafts(KnownNames names, Collection<Integer> numbers) {
    Map<Integer, ClaimDraft> drafts = new LinkedHashMap<>();
    RecordMapping mapping = new RecordMapping(names, reading.article(), source.id());
    for (Candidate each : candidates) {
      boolean isWanted = numbers.contains(each.number());
      if (isWanted && each.record() instanceof Claim record) {
        drafts.put(each.number(), ClaimDraft.of(record));
      }
      if (isWanted && each.record() == null && each.proposal() instanceof Proposal.OfClaim claim) {
        drafts.put(each.number(), mapping.draft(claim));
      } else {
        mapping.pass(each.proposal());
      }
    }
    return drafts;
  }

  /// The document on record that a proposal is about; empty if there is none.
  public Optional<InstrumentId> document(CaseView view, Proposal.OfInstrument proposal) {
    RecordMapping mapping = new RecordMapping(new KnownNames(view), reading.article(), source.id());
    reading.proposals().stream().takeWhile(each -> !each.equals(proposal)).forEach(mapping::pass);
    return mapping.document(proposal);
  }

  /// Whether an article credits a publisher: "Suspilne reported", "according to Suspilne".
  public static boolean credits(Article article, String publisher) {
    return publisher.length() >= 3
        && !publisher.equalsIgnoreCase(String.valueOf(article.publisher()))
        && isCited(article.text(), publisher);
  }

  /// A record to be written.
  ///
  /// @param isChange whether it takes the place of the one with its id
  public record Accepted(CaseRecord record, boolean isChange) {}

  /// The records of accepted proposals: the source, if new, and each record. The claims a demand
  /// rests on come with it.
  public List<Accepted> accept(Collection<Integer> numbers) {
    Map<String, Accepted> all = new LinkedHashMap<>();
    for (Candidate each : candidates) {
      CaseRecord record = each.record();
      if (record == null || !numbers.contains(each.number())) {
        continue;
      }
      if (record instanceof Demand demand) {
        demand.claims().forEach(claim -> all.putAll(proposed(claim)));
      }
      all.put(record.id().value(), new Accepted(record, each.isChange()));
    }
    List<Accepted> accepted = new ArrayList<>();
    if (!all.isEmpty() && !isKnownSource) {
      accepted.add(new Accepted(source, false));
    }
    accepted.addAll(all.values());
    return accepted;
  }

  /// The record of a proposed claim; empty for one on record.
  private Map<String, Accepted> proposed(ClaimId id) {
    Map<String, Accepted> found = new LinkedHashMap<>();
    for (Candidate each : candidates) {
      if (each.known() == null && each.record() instanceof Claim claim && claim.id().equals(id)) {
        found.put(id.value(), new Accepted(claim, each.isChange()));
      }
    }
    return found;
  }

  /// Why the quotation of a candidate may not carry its stance; empty if it does.
  public Set<QuotationDoubt> doubts(Candidate candidate) {
    return candidate.proposal() instanceof Proposal.OfClaim claim
        ? StanceFilter.doubts(reading.article(), claim)
        : Set.of();
  }

  /// The proposals that say something new, lack nothing and are carried by their quotation.
  public List<Integer> news() {
    return candidates.stream()
        .filter(each -> each.isReady() && each.known() == null && doubts(each).isEmpty())
        .map(Candidate::number)
        .toList();
  }

  /// How many proposals were dropped by the gate.
  public int dropped() {
    return reading.dropped().values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many were dropped for a reason.
  public int dropped(QuotationFilter.Reason reason) {
    return reading.dropped().getOrDefault(reason, 0);
  }

  private static @Nullable Source known(CaseView view, Article article) {
    String title = titleOf(article);
    for (Source each : view.sources()) {
      boolean isAddress = article.address() != null && article.address().equals(each.address());
      LocalDate published = article.published();
      boolean isTitle =
          each.title().text().equalsIgnoreCase(title)
              && each.publisher().equalsIgnoreCase(publisherOf(article))
              && (article.publisher() != null
                  || (published != null && each.date().equals(Edtf.of(published))));
      if (isAddress || isTitle) {
        return each;
      }
    }
    return null;
  }

  /// The sources on record that the text credits.
  private static List<Source> relayed(CaseView view, Article article) {
    List<Source> found = new ArrayList<>();
    for (Source each : view.sources()) {
      boolean isNew = found.stream().noneMatch(other -> other.publisher().equals(each.publisher()));
      if (isNew && credits(article, each.publisher())) {
        found.add(each);
      }
    }
    return found;
  }

  private static boolean isCited(String text, String publisher) {
    int at = text.indexOf(publisher);
    if (at < 0) {
      return false;
    }
    int end = at + publisher.length();
    String before = text.substring(Math.max(0, at - 30), at).toLowerCase(Locale.ROOT);
    String after = text.substring(end, Math.min(text.length(), end + 30)).toLowerCase(Locale.ROOT);
    return before.matches("(?s).*\\b(according to|told|reported by|citing|as|by|with|in) (the )?$")
        || after.matches("(?s)^,? (reported|said|wrote|reports|says|quoted|citing|was told).*");
  }

  private static Source source(
      CaseView view, Article article, Reliabilities.Graded graded, List<Source> relayed) {
    String publisher = publisherOf(article);
    String title = titleOf(article);
    LocalDate published = article.published();
    Edtf date = published == null ? Edtf.of("2000/..") : Edtf.of(published);
    return new Source(
        new SourceId(idFor(view, publisher, published)),
        publisher,
        LocalizedText.of(title),
        article.address(),
        date,
        article.language(),
        graded.grade(),
        relayed.size() == 1 ? relayed.getFirst().id() : null,
        graded.kind(),
        "Grade proposed from the text: " + graded.why().words() + ".",
        new Visibility.Public());
  }

  private static String publisherOf(Article article) {
    return article.publisher() != null ? article.publisher() : "not named";
  }

  private static String titleOf(Article article) {
    return article.title() != null ? article.title() : firstWords(article.text());
  }

  /// The first line that is no line about the text: "Published: 3 March", a byline, a date.
  private static String firstWords(String text) {
    String line =
        text.lines()
            .map(String::strip)
            .filter(each -> !each.isEmpty() && !ABOUT.matcher(each).matches())
            .findFirst()
            .orElse("");
    if (line.length() <= 80) {
      return line.isEmpty() ? "without title" : line;
    }
    int cut = line.lastIndexOf(' ', 80);
    return line.substring(0, cut > 20 ? cut : 80);
  }

  private static String idFor(CaseView view, String publisher, @Nullable LocalDate published) {
    String name = FoldedName.plain(publisher).replaceAll("[^a-z0-9]+", "");
    String day =
        published == null
            ? ""
            : String.format(
                Locale.ROOT, "-%02d%02d", published.getMonthValue(), published.getDayOfMonth());
    return ProposedIds.free(
        view, (name.isEmpty() ? "source" : name.substring(0, Math.min(20, name.length()))) + day);
  }
}
