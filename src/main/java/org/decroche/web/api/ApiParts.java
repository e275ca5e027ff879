package org.decroche.web.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.decroche.engine.Dialling;
import org.decroche.engine.Events;
import org.decroche.engine.Requests;
import org.decroche.measure.Readiness;
import org.decroche.moving.Import;
import org.decroche.moving.RowPage;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.store.AccessLines;
import org.decroche.store.AccessLog;
import org.decroche.store.Agents;
import org.decroche.store.Alerts;
import org.decroche.store.CallFirst;
import org.decroche.store.Calls;
import org.decroche.store.CallsOut;
import org.decroche.store.CaseChanges;
import org.decroche.store.Cases;
import org.decroche.store.CustomerChanges;
import org.decroche.store.CustomerTies;
import org.decroche.store.Customers;
import org.decroche.store.Database;
import org.decroche.store.Debts;
import org.decroche.store.DoorRouting;
import org.decroche.store.Drafts;
import org.decroche.store.Erasures;
import org.decroche.store.Errands;
import org.decroche.store.Export;
import org.decroche.store.Figures;
import org.decroche.store.Forgetting;
import org.decroche.store.FrontDoors;
import org.decroche.store.HouseSettings;
import org.decroche.store.Merges;
import org.decroche.store.Messages;
import org.decroche.store.OwnAccount;
import org.decroche.store.Ownership;
import org.decroche.store.PersonalData;
import org.decroche.store.Promises;
import org.decroche.store.Retention;
import org.decroche.store.Search;
import org.decroche.store.Sessions;
import org.decroche.store.Setting;
import org.decroche.store.SettingChanges;
import org.decroche.store.SharedNumbers;
import org.decroche.store.Sites;
import org.decroche.store.StoredIntakes;
import org.decroche.store.StoredTestCalls;
import org.decroche.store.Talks;
import org.decroche.store.Teams;
import org.decroche.store.Timelines;
import org.decroche.store.WeighedCalls;
import org.decroche.web.desk.Availabilities;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.signin.FirstStart;
import org.decroche.web.signin.Guesses;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.Passwords;
import org.decroche.web.signin.SecondFactor;
import org.decroche.web.signin.SignIn;

/**
 * What the operations work with.
 *
 * @param recordComplete blocks until all that happened is on record, and tells whether it is
 * @param accessLog who looked at whom
 * @param looks what of that the pages show, also where they do not ask for it here
 * @param files where what is taken in or sent lies meanwhile
 * @param blocking where they run: a virtual thread each
 */
public record ApiParts(
    Database database,
    SignIn signIn,
    SecondFactor factor,
    Guesses guesses,
    FirstStart firstStart,
    Passwords passwords,
    Origins origins,
    OpenDesks desks,
    Availabilities availabilities,
    Events events,
    Requests requests,
    Dialling dialling,
    OutwardNumbers outward,
    WhoWouldAnswer foresight,
    FloorReload floor,
    PhonesOff phonesOff,
    BooleanSupplier recordComplete,
    AccessLog accessLog,
    LookLog looks,
    PassingFiles files,
    PhoneServer phones,
    DoorDefaults doors,
    NumberJson numbers,
    Readiness readiness,
    Telephone telephone,
    ExecutorService blocking,
    Clock clock) {

  List<Operations> operations() {
    Agents agents = new Agents(database);
    Customers customers = new Customers(database);
    CustomerAccess access = new CustomerAccess(new CustomerTies(database), desks, looks, clock);
    CallOperations calls =
        new CallOperations(
            new Calls(database),
            new Talks(database),
            customers,
            events,
            desks,
            access,
            numbers,
            clock);
    FrontDoors doorsKept = new FrontDoors(database);
    Teams teams = new Teams(database);
    DoorRouting routing = new DoorRouting(database);
    KeptDoors keptDoors = new KeptDoors(doorsKept, routing, numbers, doors);
    KeptRouting keptRouting = new KeptRouting(doorsKept, routing, teams, agents);
    PersonBody people = new PersonBody(new OutsideNumber(outward, doorsKept, numbers));
    SettingChanges settingChanges = new SettingChanges(database);
    ChangeLog log =
        new ChangeLog(
            settingChanges,
            Map.of(
                Setting.HOUSE, new KeptHouse(new HouseSettings(database)),
                Setting.FRONT_DOOR, keptDoors,
                Setting.ROUTING, keptRouting,
                Setting.TEAM, new KeptTeams(teams),
                Setting.PERSON, new KeptPeople(agents, people),
                Setting.SHARED_NUMBER, new KeptShared(new SharedNumbers(database)),
                Setting.SITE, new KeptSites(new Sites(database)),
                Setting.RETENTION, new KeptRetention(new Retention(database))),
            clock);
    NewPeople newPeople = new NewPeople(agents, passwords, people);
    Settled settled = new Settled(floor, agents, desks, phonesOff);
    SessionOperations sessions = new SessionOperations(signIn, desks);
    StoredIntakes intakes = new StoredIntakes(database);
    Import current = new Import(intakes, blocking, numbers.country());
    return List.of(
        sessions,
        new FirstStartOperations(firstStart, guesses, sessions),
        new AccountOperations(
            agents,
            new OwnAccount(database),
            new Sessions(database),
            passwords,
            factor,
            guesses,
            desks,
            log,
            clock),
        new MeOperations(availabilities, events, clock),
        new SupervisingOperations(availabilities, desks, events, clock),
        new AgentOperations(
            agents, newPeople, passwords, desks, floor, settled, phones, people, log, clock),
        new DoorOperations(doorsKept, teams, numbers, keptDoors, log, floor),
        new PhoneNumberOperations(numbers),
        new RoutingOperations(
            doorsKept,
            new DoorRouting(database),
            teams,
            keptRouting,
            new SharedNumbers(database),
            numbers,
            log,
            desks,
            floor,
            clock),
        new CustomerOperations(customers, new CustomerChanges(database), access, numbers, clock),
        new MergeOperations(new Merges(database), customers, access, desks, numbers, clock),
        new SearchOperations(customers, new Search(database), access, numbers, blocking),
        new ImportOperations(current, new RowPage(intakes, numbers.country())),
        new PrivacyOperations(
            new PersonalData(database),
            new Forgetting(database),
            recordComplete,
            current,
            accessLog,
            files,
            clock),
        new AccessLogOperations(new AccessLines(database), accessLog, files, clock),
        new RetentionOperations(new Retention(database), new Erasures(database), log, clock),
        new ExportOperations(new Export(database), accessLog, files, clock),
        new CaseOperations(new Cases(database), new CaseChanges(database), access, clock),
        new TimelineOperations(new Timelines(database), new Cases(database), access, clock),
        new ErrandOperations(new Errands(database), new Cases(database), access, clock),
        new OwnershipOperations(new Ownership(database), new Cases(database), access, clock),
        new DebtOperations(new Debts(database), access, desks, numbers, clock),
        new PromiseOperations(new Promises(database), new Cases(database), access, clock),
        new BoardOperations(new BoardView(database, desks, numbers, clock), access),
        new CallFirstOperations(new CallFirst(database), access, numbers, clock),
        new AlertOperations(new Alerts(database), access, numbers, clock),
        new SiteOperations(new Sites(database), log),
        new FigureOperations(
            new Figures(database),
            doorsKept,
            new DoorRouting(database),
            calls::listed,
            files,
            clock),
        new SettingsFileOperations(
            new SettingsFile(log), new SettingsIntake(log, newPeople), settled, phones),
        new ChangeOperations(settingChanges, new Undoing(settingChanges, log), settled, files),
        new MessageOperations(
            new Messages(database),
            new Sites(database),
            new Cases(database),
            new FrontDoors(database),
            new DoorRouting(database),
            access,
            outward,
            desks,
            numbers,
            clock),
        new DraftOperations(new Drafts(database), clock),
        calls,
        new HandOverOperations(
            requests, new Teams(database), new Cases(database), access, outward, clock),
        new WhyOperations(new Calls(database), access),
        new CallOutOperations(
            new CallsOut(database),
            new WeighedCalls(database),
            customers,
            new Debts(database),
            new Cases(database),
            new Timelines(database),
            outward,
            dialling,
            events,
            desks,
            access,
            calls::seenBy,
            clock),
        new OnCallOperations(keptRouting, agents, clock),
        new OutlookOperations(foresight, doorsKept, teams, keptRouting, agents, customers, access),
        new HealthOperations(
            telephone, new StoredTestCalls(database), doorsKept, agents, desks, readiness, clock),
        new ServiceOperations(readiness));
  }
}
