/// The thinking behind Parley: pure functions over an immutable case.
///
/// No input or output, no clock, no randomness without a seed, no dependency beyond the JDK.
module org.parley.engine {
  requires static org.jspecify;

  exports org.parley.acts;
  exports org.parley.bargain;
  exports org.parley.bargain.approval;
  exports org.parley.bargain.cases;
  exports org.parley.bargain.clash;
  exports org.parley.bargain.elicit;
  exports org.parley.bargain.frontier;
  exports org.parley.bargain.linked;
  exports org.parley.bargain.pivot;
  exports org.parley.bargain.rehearse;
  exports org.parley.bargain.robust;
  exports org.parley.bargain.solve;
  exports org.parley.bargain.worth;
  exports org.parley.bargain.zone;
  exports org.parley.board;
  exports org.parley.board.cell;
  exports org.parley.board.word;
  exports org.parley.check;
  exports org.parley.clause;
  exports org.parley.document;
  exports org.parley.exact;
  exports org.parley.guarantees;
  exports org.parley.guarantees.commitment;
  exports org.parley.guarantees.coverage;
  exports org.parley.guarantees.log;
  exports org.parley.guarantees.watch;
  exports org.parley.model;
  exports org.parley.model.act;
  exports org.parley.model.cases;
  exports org.parley.model.checks;
  exports org.parley.model.claim;
  exports org.parley.model.comment;
  exports org.parley.model.date;
  exports org.parley.model.guarantee;
  exports org.parley.model.indicator;
  exports org.parley.model.party;
  exports org.parley.model.place;
  exports org.parley.model.position;
  exports org.parley.model.round;
  exports org.parley.model.source;
  exports org.parley.model.step;
  exports org.parley.model.task;
  exports org.parley.model.text;
  exports org.parley.model.vote;
  exports org.parley.outlook;
  exports org.parley.outlook.plan;
  exports org.parley.outlook.ways;
  exports org.parley.outlook.eventstudy;
  exports org.parley.outlook.support;
  exports org.parley.reference;
  exports org.parley.sense;
  exports org.parley.sequence;
  exports org.parley.sequence.control;
  exports org.parley.sequence.exposure;
  exports org.parley.sequence.knots;
  exports org.parley.sequence.plan;
  exports org.parley.sources;
  exports org.parley.sweep;
  exports org.parley.provision;
  exports org.parley.redline;
  exports org.parley.round;
  exports org.parley.round.log;
}
