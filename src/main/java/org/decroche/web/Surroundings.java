package org.decroche.web;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.decroche.engine.Dialling;
import org.decroche.engine.Events;
import org.decroche.engine.Requests;
import org.decroche.measure.Readiness;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.store.AccessLog;
import org.decroche.store.Database;
import org.decroche.web.api.FloorReload;
import org.decroche.web.api.PassingFiles;
import org.decroche.web.api.PhonesOff;
import org.decroche.web.api.Telephone;
import org.decroche.web.api.WhoWouldAnswer;
import org.decroche.web.desk.Availabilities;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.signin.FirstStart;
import org.decroche.web.signin.Passwords;

/**
 * What the web server works with, all of it made and closed by whoever starts it.
 *
 * @param desks the same that the engine shows its cards on
 * @param recordComplete blocks until all that happened is on record, and tells whether it is
 * @param accessLog who looked at whom; the desks write to it as well
 */
public record Surroundings(
    Database database,
    Passwords passwords,
    FirstStart firstStart,
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
    PassingFiles files,
    Readiness readiness,
    Telephone telephone,
    NumberJson numbers,
    Clock clock) {}
