package org.parley.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;

/// Which records an address with an id has to do with.
@NullMarked
public final class RecordPlaces {

  private RecordPlaces() {}

  /// Whether an address may lead to records of a kind: one that begins with a kind leads to no
  /// other.
  public static boolean mayLeadTo(String path, String kind) {
    String first = path.replaceFirst("^(/api|/then/(\\{number}|\\d+))(?=/)", "").split("/", 3)[1];
    return first.equals(kind) || !RecordForm.kinds().contains(first);
  }

  /// One record of each kind to which an address may lead, and one to which it does not: there it
  /// says the same of all of them.
  public static Stream<CaseRecord> samples(String path, Case contents) {
    Set<String> seen = new HashSet<>();
    Map<Boolean, List<CaseRecord>> samples =
        contents.records().stream()
            .filter(each -> seen.add(RecordForm.of(each).kind()))
            .collect(
                Collectors.partitioningBy(each -> mayLeadTo(path, RecordForm.of(each).kind())));
    return Stream.concat(
        samples.getOrDefault(true, List.of()).stream(),
        samples.getOrDefault(false, List.of()).stream().limit(1));
  }
}
