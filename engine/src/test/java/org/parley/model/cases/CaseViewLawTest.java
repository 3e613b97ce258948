package org.parley.model.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.checks.SetAside;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.text.Point;

/// A view holds what the viewer may see, each record once under its kind, and finds it by its id.
class CaseViewLawTest {

  private static List<CaseView> views(long seed) {
    Case all = Cases.of(seed);
    return List.of(
        all.viewFor(new Viewer.Mediator()),
        all.viewFor(new Viewer.Public()),
        all.viewFor(new Viewer.Delegation(new PartyId("P0"))));
  }

  /// The lists of a view by the kind of record they hold.
  private static Map<Class<?>, List<?>> lists(CaseView view) throws ReflectiveOperationException {
    Map<Class<?>, List<?>> lists = new HashMap<>();
    for (Method method : CaseView.class.getMethods()) {
      if (method.getParameterCount() == 0
          && !method.getName().equals("columns")
          && method.getGenericReturnType() instanceof ParameterizedType type
          && method.getReturnType() == List.class
          && type.getActualTypeArguments()[0] instanceof Class<?> kind
          && CaseRecord.class.isAssignableFrom(kind)) {
        lists.put(kind, (List<?>) method.invoke(view));
      }
    }
    return lists;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyRecordIsInTheListOfItsKind(long seed) throws ReflectiveOperationException {
    for (CaseView view : views(seed)) {
      Map<Class<?>, List<?>> lists = lists(view);
      assertEquals(Set.of(CaseRecord.class.getPermittedSubclasses()), lists.keySet());
      int listed = 0;
      for (Map.Entry<Class<?>, List<?>> each : lists.entrySet()) {
        listed += each.getValue().size();
        assertEquals(
            new HashSet<>(view.records().stream().filter(each.getKey()::isInstance).toList()),
            new HashSet<>(each.getValue()),
            "seed " + seed + ": " + each.getKey());
      }
      assertEquals(view.records().size(), listed, "seed " + seed);
    }
  }

  private static <T, K extends Comparable<? super K>> void isInOrder(
      List<T> list, Function<T, K> key) {
    List<K> keys = list.stream().map(key).toList();
    assertEquals(keys.stream().sorted().toList(), keys);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void recordsComeInOrder(long seed) {
    for (CaseView view : views(seed)) {
      isInOrder(view.claims(), Claim::said);
      isInOrder(view.sources(), Source::date);
      isInOrder(view.meetings(), Meeting::date);
      isInOrder(view.logEntries(), LogEntry::recorded);
      isInOrder(view.points(), Point::instrument);
      Set<PartyId> first = new LinkedHashSet<>(view.info().columns());
      view.instruments().forEach(each -> first.addAll(each.signatories()));
      List<PartyId> ids = view.parties().stream().map(Party::id).toList();
      List<PartyId> shown = first.stream().filter(ids::contains).toList();
      assertEquals(shown, ids.subList(0, shown.size()), "seed " + seed);
      List<String> rest =
          ids.subList(shown.size(), ids.size()).stream().map(PartyId::value).toList();
      assertEquals(rest.stream().sorted(Numbering.ORDER).toList(), rest, "seed " + seed);
      List<PartyId> columns = view.info().columns().isEmpty() ? shown : view.info().columns();
      assertEquals(
          columns.isEmpty() ? Set.copyOf(ids) : Set.copyOf(columns),
          Set.copyOf(view.columns().stream().map(Party::id).toList()),
          "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everythingIsFoundByItsId(long seed) {
    for (CaseView view : views(seed)) {
      for (CaseRecord each : view.records()) {
        assertEquals(Optional.of(each), view.find(each.id()));
        assertEquals(Optional.of(each), view.find(each.id().value()));
      }
      for (Point point : view.points()) {
        assertEquals(point, view.get(point.id()));
        assertEquals(Optional.of(point), view.find(point.id()));
        point.options().forEach(option -> assertEquals(point, view.pointOf(option.id())));
        point.options().forEach(option -> assertEquals(option, view.get(option.id())));
        point.components().forEach(part -> assertEquals(point, view.pointOf(part.id())));
        assertEquals(Optional.empty(), view.find(new PartyId(point.id().value())));
      }
      view.parties().forEach(each -> assertEquals(each, view.get(each.id())));
      view.parties().forEach(each -> assertEquals(Optional.of(each), view.find(each.id())));
      view.instruments().forEach(each -> assertEquals(each, view.get(each.id())));
      view.sources().forEach(each -> assertEquals(each, view.get(each.id())));
      view.claims().forEach(each -> assertEquals(each, view.get(each.id())));
      view.guarantees().forEach(each -> assertEquals(each, view.get(each.id())));
      view.steps().forEach(each -> assertEquals(each, view.get(each.id())));
      assertEquals(Optional.empty(), view.find("nobody"));
      assertThrows(NoSuchElementException.class, () -> view.get(new PartyId("nobody")));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void relaysLeadToTheirOriginAndUnionsToAllMembers(long seed) {
    for (CaseView view : views(seed)) {
      for (Source source : view.sources()) {
        Source origin = view.get(view.originOf(source.id()));
        assertEquals(null, origin.relays());
        assertTrue(
            source.relays() == null
                ? origin.equals(source)
                : origin.id().equals(view.originOf(source.relays())));
      }
      for (Party party : view.parties()) {
        List<PartyId> all = new ArrayList<>(view.withMembers(party.id()));
        assertEquals(party.id(), all.getFirst());
        Set<PartyId> expected = new HashSet<>(Set.of(party.id()));
        party.members().forEach(member -> expected.addAll(view.withMembers(member)));
        assertEquals(expected, new HashSet<>(all));
        assertEquals(expected.size(), all.size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void viewsAreEqualWhereTheyShowTheSame(long seed) {
    CaseView view = views(seed).getFirst();
    List<CaseRecord> records = new ArrayList<>(view.records());
    CaseView same = new CaseView(view.info(), records, List.of());
    assertEquals(view, same);
    assertEquals(view.hashCode(), same.hashCode());
    assertNotEquals(view, new CaseView(view.info(), records.subList(1, records.size()), List.of()));
    SetAside aside = new SetAside(records.getFirst(), List.of());
    CaseView other = new CaseView(view.info(), records, List.of(aside));
    assertNotEquals(view, other);
    assertNotEquals(
        view, new CaseView(new CaseInfo("Another", null, List.of()), records, List.of()));
    List<CaseRecord> others = records.subList(1, records.size());
    CaseView without = new CaseView(view.info(), others, List.of(aside));
    String id = records.getFirst().id().value();
    assertEquals(Optional.empty(), without.find(id));
    assertEquals(Optional.of(records.getFirst()), without.findWhole(id));
    assertEquals(Optional.empty(), without.findWhole("nobody"));
    assertEquals(records.size(), without.whole().size());
  }
}
