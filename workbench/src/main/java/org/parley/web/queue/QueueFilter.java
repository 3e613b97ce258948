package org.parley.web.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.reading.statements.StatementGroup;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// Which statements the queue shows, and in which order.
///
/// @param show the group shown
/// @param source a part of the name of a publisher; empty for all
/// @param least the least confidence, in percent
/// @param page the page of the queue, from 1
public record QueueFilter(QueueGroup show, String source, int least, int page) {

  /// Statements on a page.
  static final int EACH = 40;

  private static final int LONGEST = 200;
  private static final int MOST_PAGES = 1000;

  /// The groups of the queue.
  public enum QueueGroup {
    ALL,
    CONTRARY,
    NEW,
    OTHERWISE,
    CONFIRMS,
    NEWSROOM,
    EVENTS,
    DECIDED
  }

  /// The filter that an address names. Unknown values are ignored.
  public static QueueFilter of(Map<String, List<String>> query) {
    return new QueueFilter(
        show(first(query, "show")),
        cut(first(query, "source").strip()),
        number(first(query, "least"), 100, 0),
        Math.max(1, number(first(query, "page"), MOST_PAGES, 1)));
  }

  private static String first(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static String cut(String words) {
    return words.substring(0, Math.min(LONGEST, words.length()));
  }

  private static QueueGroup show(String word) {
    for (QueueGroup each : QueueGroup.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    return QueueGroup.ALL;
  }

  private static int number(String word, int most, int otherwise) {
    return word.matches("\\d{1,4}") ? Math.min(most, Integer.parseInt(word)) : otherwise;
  }

  /// The query of an address with this filter, with its question mark; empty for everything.
  public String query() {
    Map<String, String> set = new LinkedHashMap<>();
    if (show != QueueGroup.ALL) {
      set.put("show", show.name().toLowerCase(Locale.ROOT));
    }
    if (!source.isEmpty()) {
      set.put("source", Link.encoded(source));
    }
    if (least > 0) {
      set.put("least", Integer.toString(least));
    }
    if (page > 1) {
      set.put("page", Integer.toString(page));
    }
    String all =
        set.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return all.isEmpty() ? "" : "?" + all;
  }

  /// The address of the queue with this filter.
  public String url() {
    return Link.to(Address.QUEUE) + query();
  }

  /// The same on another page.
  public QueueFilter onPage(int other) {
    return new QueueFilter(show, source, least, other);
  }

  /// The same for another group.
  public QueueFilter showing(QueueGroup other) {
    return new QueueFilter(other, source, least, 1);
  }

  /// The statements it lets through, in the order of what matters: what contradicts, what is new
  /// since yesterday, what comes from an unread source. The newsroom's own come last.
  List<QueuedStatement> of(List<QueuedStatement> statements, LocalDate today) {
    return statements.stream().filter(this::shows).sorted(order(today)).toList();
  }

  /// The events it lets through.
  List<QueueBatch.QueuedEvent> events(List<QueueBatch.QueuedEvent> events) {
    boolean isShown = show == QueueGroup.ALL || show == QueueGroup.EVENTS;
    return isShown
        ? events.stream()
            .filter(each -> isOf(each.part().reading().source().publisher()))
            .filter(each -> each.candidate().proposal().confidence() >= least)
            .toList()
        : List.of();
  }

  private boolean shows(QueuedStatement each) {
    return each.confidence() >= least
        && isOfSource(each)
        && switch (show) {
          case ALL -> !each.isOnRecord();
          case CONTRARY -> each.isContrary();
          case NEW -> each.relation() == StatementGroup.Relation.NEW && !each.isNewsroom();
          case OTHERWISE -> each.relation() == StatementGroup.Relation.SAYS_OTHERWISE;
          case CONFIRMS -> each.relation() == StatementGroup.Relation.CONFIRMS;
          case NEWSROOM -> each.isNewsroom();
          case EVENTS, DECIDED -> false;
        };
  }

  /// Whether a text of the named source tells it.
  boolean isOfSource(QueuedStatement statement) {
    return statement.told().stream().anyMatch(one -> isOf(one.reading().source().publisher()));
  }

  private boolean isOf(String publisher) {
    return publisher.toLowerCase(Locale.ROOT).contains(source.toLowerCase(Locale.ROOT));
  }

  /// Whether something was said or published yesterday or later.
  static boolean isFresh(QueuedStatement statement, LocalDate today) {
    LocalDate day = statement.day();
    return day != null && !day.isBefore(today.minusDays(1));
  }

  private static Comparator<QueuedStatement> order(LocalDate today) {
    List<Comparator<QueuedStatement>> by = new ArrayList<>();
    by.add(Comparator.comparing(QueuedStatement::isNewsroom));
    by.add(Comparator.comparing(QueuedStatement::isContrary).reversed());
    by.add(Comparator.comparing((QueuedStatement each) -> isFresh(each, today)).reversed());
    by.add(Comparator.comparing(QueuedStatement::isFromUnreadSource).reversed());
    by.add(
        Comparator.comparing(
            (QueuedStatement each) -> each.day() == null ? LocalDate.MIN : each.day(),
            Comparator.reverseOrder()));
    return by.stream().reduce(Comparator::thenComparing).orElseThrow();
  }
}
