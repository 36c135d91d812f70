# SPDX-License-Identifier: MIT
"""Make nominals.tsv: nouns of persons, places and organisations from WordNet 3.0 (Debian's wordnet-base), and rows by hand.

Run as: python3 src/lexicon/make/nominals.py
"""
import collections, pathlib

HERE = pathlib.Path(__file__).resolve().parent.parent
syn={} ; 
for l in open('/usr/share/wordnet/data.noun'):
    if l.startswith('  '): continue
    f=l.split(' | ')[0].split()
    off=f[0]; lexf=f[1]; n=int(f[3],16)
    words=[f[4+2*i] for i in range(n)]
    p=4+2*n; np=int(f[p]); ptr=[]
    for i in range(np):
        ptr.append((f[p+1+4*i],f[p+2+4*i],f[p+3+4*i]))
    syn[off]=(words,ptr,lexf)
hypo=collections.defaultdict(list)
for o,(w,ptr,_) in syn.items():
    for s,t,pos in ptr:
        if s=='@' and pos=='n': hypo[t].append(o)
inst={o for o,(w,ptr,_) in syn.items() if any(s=='@i' for s,_,_ in ptr)}
index={}
for l in open('/usr/share/wordnet/index.noun'):
    if l.startswith('  '): continue
    f=l.split(); n=int(f[2]); p=int(f[3]); rest=f[4+p:]
    tag=int(rest[1]); index[f[0]]=(rest[2:],tag)
def syns(w): return index[w][0]
def closure(roots,stop=()):
    seen=set(); q=list(roots)
    while q:
        o=q.pop()
        if o in seen or o in stop: continue
        seen.add(o); q+=hypo[o]
    return seen
def lemmas(S,rank=0,strict=True):
    out={}
    for o in S:
        if o in inst: continue
        for w in syn[o][0]:
            lw=w.lower()
            if w!=lw or "'" in w or '(' in w or any(c.isdigit() for c in w): continue
            if not strict or (lw in index and index[lw][0].index(o)<=rank):
                out[lw.replace('_',' ').replace('-',' ')]=o
    return out
titles={l.split('\t')[0] for l in open(HERE / 'titles.tsv') if l[0]!='#'}
N={}
def put(type_,sub,g,text):
    for w in text.replace('\n',',').split(','):
        w=' '.join(w.replace('-',' ').split())
        if w: N[w]=(type_,sub,g)
# WordNet classes
def roots(*names):
    out=[]
    for n in names:
        w,i=(n.split('#')+['1'])[:2]
        out.append(syns(w)[int(i)-1])
    return out
person=closure(roots('person'))
org=closure(roots('organization','company','institution','administrative_unit','political_party','team','social_group' if 0 else 'organization'))
place=closure(roots('location','geological_formation','body_of_water','building','land#1','facility','structure'))
def wn(S,minlen=3,tag=False):
    for w,o in sorted(lemmas(S).items()):
        if ' ' in w or w in titles or len(w)<minlen: continue
        if tag and index[w.replace(' ','_')][1]==0: continue
        yield w
FEM=set(lemmas(closure(roots('woman','female#2')),9)); MALE=set(lemmas(closure(roots('man','male#2')),9))
for w in wn(person):
    if index[w][1]==0 and not w.endswith(('ist','woman','sman','ologist')): continue
    g='f' if (w in FEM and w not in MALE) else 'm' if (w in MALE and w not in FEM) else '-'
    N[w]=('person','-',g)
for w in wn(place,tag=True): N[w]=('place','site','-')
for w in wn(org,tag=True): N[w]=('organisation','-','-')
# by hand: what news is written with
put('place','country','-','country,nation,state,republic,kingdom,homeland,motherland,fatherland,nation state,superpower,island nation,monarchy,emirate,sultanate,principality,commonwealth,dictatorship,democracy,power,neighbour country,neighbor country')
put('place','capital','-','capital,capital city')
put('place','city','-','city,town,village,municipality,metropolis,settlement,port city,hometown,suburb,borough,hamlet,township,port,resort,seaport,commune')
put('place','region','-','region,province,territory,enclave,exclave,area,district,county,oblast,canton,prefecture,peninsula,governorate,department of france,republic of russia,zone,belt,valley,corridor,subregion,archipelago,colony,protectorate')
put('place','island','-','island,isle,islet,atoll')
put('place','continent','-','continent,subcontinent')
put('place','water','-','river,lake,sea,ocean,gulf,bay,strait,canal,stream,reservoir,lagoon,fjord,creek,channel')
put('place','mountain','-','mountain,hill,peak,volcano,ridge,summit of the mountain,range,mount')
put('place','site','-','''airport,airfield,airbase,air base,base,military base,naval base,stadium,arena,museum,palace,castle,fortress,bridge,tower,building,house,home,cathedral,mosque,temple,synagogue,shrine,monastery,abbey,square,street,road,avenue,boulevard,highway,motorway,park,garden,
plant,power plant,power station,factory,mine,dam,port,harbour,harbor,station,railway station,train station,border,frontier,prison,jail,camp,refugee camp,detention centre,theatre,theater,cinema,hotel,mall,market,farm,ranch,estate,venue,site,checkpoint,border crossing,crossing,pipeline,refinery,oilfield,oil field,gas field,laboratory,warehouse,beach,coast,forest,jungle,desert,cave,cemetery,zoo,headquarters,mansion,apartment,skyscraper,tunnel,pier,shipyard,runway,battlefield,front line,buffer zone,demilitarized zone,green zone,strip,west bank,neighbourhood,neighborhood,quarter,campus''')
put('organisation','company','-','''company,firm,corporation,conglomerate,business,manufacturer,maker,carmaker,automaker,chipmaker,drugmaker,aircraft maker,planemaker,airline,carrier,bank,lender,insurer,brokerage,retailer,supermarket,chain,startup,start up,subsidiary,unit,parent company,holding company,group,giant,tech giant,oil giant,multinational,operator,utility,developer company,publisher company,
newspaper,magazine,broadcaster,network,news agency,channel company,television station,tv station,radio station,studio,label,record label,publishing house,website,platform,search engine,contractor,supplier,exporter,importer,refiner,producer company,brewer,brewery,distiller,distillery,shipper,telecoms company,consultancy,law firm,partnership,cooperative,joint venture,fund,hedge fund,investment fund,private equity firm,startup company,stock exchange,exchange,enterprise,venture,outfit''')
put('organisation','club','-','club,team,side,football club,squad,franchise,national team,rugby club,cricket club,soccer team,basketball team')
put('organisation','party','-','party,political party,ruling party,opposition party,coalition party,governing party,far right party,movement,faction,alliance,coalition,opposition alliance,bloc,front')
put('organisation','bloc','-','bloc,union,alliance,league,regional bloc,trading bloc,trade bloc,military alliance,customs union,federation,confederation,grouping')
put('organisation','body','-','''organisation,organization,agency,association,authority,body,commission,committee,council,board,court,tribunal,institute,institution,university,college,school,academy,hospital,clinic,ministry,department,foundation,charity,ngo,think tank,watchdog,regulator,central bank,bureau,office,secretariat,service,society,federation of sport,trade union,labour union,labor union,syndicate,guild,chamber,congress,senate,house of representatives,assembly,
panel,inspectorate,task force,mission,peacekeeping mission,orchestra,band,choir,ensemble,theatre company,ballet company,rock band,boy band,girl group,church,diocese,order,brotherhood,lodge,fraternity,sorority,monarchy office,embassy,consulate,delegation,militia,militant group,armed group,rebel group,terrorist group,terror group,insurgent group,gang,cartel,mafia,cell,brigade,regiment,battalion,division,squadron,fleet,legion,corps,garrison,guerrilla group,paramilitary group,intelligence agency,spy agency,space agency,aid agency,aid group,rights group,human rights group,advocacy group,lobby group,news organisation,news organization,international body,un agency,health authority,customs service,police department,fire department''')
# nouns that act for the country or body whose name or demonym stands before them
put('organisation','acting','-','''government,administration,regime,army,military,navy,air force,police,coast guard,national guard,parliament,cabinet,leadership,opposition,judiciary,foreign ministry,defence ministry,defense ministry,interior ministry,finance ministry,state media,delegation,embassy,consulate,intelligence,intelligence service,intelligence services,secret service,security service,security services,junta,presidency,monarchy,royal family,artillery,aviation,infantry,armour,cavalry,fleet,armed wing,war machine,central government,federal government,interim government,transitional government,state television,state department,state security,legislature,air defence,air defense,high command,diplomacy,establishment,side,team of negotiators''')
put('group','acting','-','''force,forces,troops,troop,armed forces,security forces,ground forces,special forces,peacekeeping forces,occupation forces,government forces,soldiers,officials,negotiators,lawmakers,diplomats,authorities,authority,warplanes,jets,fighter jets,aircraft,warships,ships,vessels,tanks,drones,missiles,rockets,helicopters,artillery units,units,servicemen,peacekeepers,border guards,guards,agents,police officers,commandos,paratroopers,marines,airstrikes,air strikes,strikes,mps,ministers,envoys,representatives,leaders,generals,commanders,officers,prosecutors,investigators,inspectors,regulators,planes,bombers,gunners,snipers,pilots,sailors,militias,invaders,occupiers,occupying forces,settlers,spies,hackers,airmen,policymakers,legislators,ambassadors,personnel,staff''')
put('group','sides','-','sides,parties,nations,countries,states,governments,capitals,neighbours,neighbors,rivals,foes,enemies,allies,powers,superpowers,republics,warring sides,warring parties,two')
put('group','people','-','people,residents,citizens,civilians,refugees,migrants,protesters,demonstrators,rebels,militants,separatists,insurgents,terrorists,voters,workers,students,women,men,children,prisoners,hostages,survivors,victims,analysts,experts,scientists,journalists,families,villagers,islanders,fans,players,members,supporters,activists,critics,opponents,relatives,crowd,public,population,community,couple,pair,duo,trio,family,twins,brothers,sisters,parents,siblings')
# plural by nature, and words of both numbers
for w in ('thing','lot','number','part','side of','kind','sort','type','member state','one','being','somebody','someone','anybody','nobody','self','others','second','first','party','subject','case','mind','soul','body','world','back','center','centre','top','end','point','line','place','space','position','left','right','front','face','edge','way','path','course','field','source','origin','head','section','bottom','foot','heart','core','middle','neck','base line','structure','level','track','wing','link','bar','table','stage','step','gate','door','roof','wall','floor','room','window','column','post','opening','address','direction','bed','cut','hole','measure','double','match','subject','issue','character','creature','picture','image','sound','form','name','nature','life','love','mass','figure','blue','red','white','black','brown','gray'): 
    if w in N and N[w][1] in('-','site'): N.pop(w)
rows=sorted((k.encode(),k,v) for k,v in N.items() if k not in titles or v[0]!='person')
head='''# Common nouns of persons, groups, places and organisations.  Sorted by byte; looked up as it stands.
# Source: single nouns of the classes person, location, structure and organization of WordNet 3.0 (Princeton University, WordNet licence), first senses only;
# rows with a subclass by hand.  Made by: python3 src/lexicon/make/nominals.py
# Columns, tab-separated: form (lower case, hyphens as spaces; singular, or plural where the plural means more) - type - subclass - gender (f, m or -).
# Subclass acting: with a country's name or demonym before it ("Armenian forces") it acts for that country.
'''
open(HERE / 'nominals.tsv', 'w').write(head+''.join('%s\t%s\t%s\t%s\n'%(k,*v) for _,k,v in rows))
