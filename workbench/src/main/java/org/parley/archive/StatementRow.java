package org.parley.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.reading.statements.CaseStatements;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Telling;

/// A telling of a statement, as a row.
///
/// @param statement the number of the statement, from 1; languages one after the other
/// @param relation `new`, `confirms` or `says-otherwise`
/// @param record the claim on record that it confirms or differs from
/// @param otherwise the numbers of statements that say otherwise, with blanks between
/// @param article the hash of the article
/// @param number the number of the proposal in its article
/// @param isLead whether it is the fullest telling
/// @param added what it adds, with line ends between
public record StatementRow(
    int statement,
    String relation,
    @Nullable String record,
    boolean isSameOccasion,
    String otherwise,
    String language,
    String article,
    int number,
    boolean isLead,
    String added) {

  /// The statements of all claims; the same for every order of the rows.
  ///
  /// Cost: linear but for sorting; all claims are in memory.
  public static List<StatementRow> of(CaseView view, List<ProposalRow> claims) {
    Map<String, List<ProposalRow>> byLanguage = new TreeMap<>();
    claims.forEach(
        each -> byLanguage.computeIfAbsent(each.language(), _ -> new ArrayList<>()).add(each));
    List<StatementRow> rows = new ArrayList<>();
    int before = 0;
    for (Map.Entry<String, List<ProposalRow>> each : byLanguage.entrySet()) {
      List<String> articles =
          each.getValue().stream().map(ProposalRow::article).distinct().sorted().toList();
      List<StatementGroup> groups = groups(view, each.getKey(), articles, each.getValue());
      for (StatementGroup group : groups) {
        rows.addAll(rows(group, before, each.getKey(), articles));
      }
      before += groups.size();
    }
    return rows;
  }

  private static List<StatementGroup> groups(
      CaseView view, String language, List<String> articles, List<ProposalRow> claims) {
    Map<String, Integer> places = new TreeMap<>();
    articles.forEach(each -> places.put(each, places.size()));
    List<Telling> told =
        claims.stream().map(each -> each.telling(places.getOrDefault(each.article(), -1))).toList();
    return CaseStatements.grouped(view, told, language);
  }

  private static List<StatementRow> rows(
      StatementGroup group, int before, String language, List<String> articles) {
    List<StatementRow> rows = new ArrayList<>();
    for (int at = 0; at < group.told().size(); at++) {
      int by = at;
      Telling telling = group.told().get(at);
      rows.add(
          new StatementRow(
              before + group.number(),
              switch (group.relation()) {
                case NEW -> "new";
                case CONFIRMS -> "confirms";
                case SAYS_OTHERWISE -> "says-otherwise";
              },
              group.record() == null ? null : group.record().value(),
              group.isSameOccasion(),
              group.otherwise().stream()
                  .map(each -> String.valueOf(before + each))
                  .collect(Collectors.joining(" ")),
              language,
              articles.get(telling.article()),
              telling.number(),
              at == group.lead(),
              group.added().stream()
                  .filter(each -> each.by() == by)
                  .map(StatementGroup.Added::words)
                  .collect(Collectors.joining("\n"))));
    }
    return rows;
  }
}
